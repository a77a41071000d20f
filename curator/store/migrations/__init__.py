"""How project files of older schemas become files of today."""
