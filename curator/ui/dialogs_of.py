"""Dialogues about projects and files: each returns what was settled, None when nothing was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from curator import __version__
from curator.domain.export_plan import ExportPlan
from curator.domain.scheme import Scheme
from curator.services import projects, wording
from curator.translation import gettext as _
from curator.translation import ngettext
from curator.ui.dialogs.document_files import document_files
from curator.ui.dialogs.export import ExportDialog, ExportWish
from curator.ui.dialogs.new_project import NewProject, NewProjectDialog, SchemeChoice
from curator.ui.dialogs.pipeline import PipelineDialog
from curator.ui.dialogs.word_list import ListWish, WordListDialog, file_of_list
from curator.ui.tokens import Theme

_SCHEMES = {
    "news": (_("News"), _("People, organisations, places, groups, events, dates; claims")),
    "everything": (_("Everything"), _("All labels, also of the defence field; claims")),
    "security": (_("Security"), _("People, units, arms, places, papers; claims")),
    "claims-only": (
        _("Claims only"),
        _("Who says, hopes, demands or denies what; no entities"),
    ),
}


def project_to_open(parent: QWidget) -> Path | None:
    """Ask which project to open."""
    name, _filter = QFileDialog.getOpenFileName(
        parent, _("Open a project"), str(Path.home()), _("Projects (*.curator)")
    )
    return Path(name) if name else None


def files_to_import(parent: QWidget, *, folder: bool) -> list[Path]:
    """Ask which files, or which folder, to import."""
    if folder:
        name = QFileDialog.getExistingDirectory(parent, _("Import a folder"), str(Path.home()))
        return [Path(name)] if name else []
    names, _filter = QFileDialog.getOpenFileNames(
        parent, _("Import files"), str(Path.home()), document_files()
    )
    return [Path(name) for name in names]


def new_project(parent: QWidget, theme: Theme, documents: Sequence[Path]) -> NewProject | None:
    """Ask for a new project's name, folder, scheme and blind share."""
    schemes = [
        SchemeChoice(name, *_SCHEMES.get(name, (name, ""))) for name in projects.shipped_schemes()
    ]
    dialog = NewProjectDialog(
        theme,
        schemes,
        folder=Path.home(),
        blind=projects.DEFAULT_BLIND_SHARE,
        documents=documents,
        parent=parent,
    )
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.result_project if accepted else None


def export(
    parent: QWidget,
    theme: Theme,
    project: Path,
    profiles: Mapping[str, ExportPlan] | None = None,
) -> ExportWish | None:
    """Ask for format, selection and place of an export, or for one of a project's profiles."""
    dialog = ExportDialog(theme, project, parent, profiles=profiles)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.wish if accepted else None


def pipeline(parent: QWidget, theme: Theme) -> bool:
    """Ask which pipeline suggests; returns whether it is another one now."""
    dialog = PipelineDialog(theme, parent)
    dialog.exec()
    return dialog.changed


def word_list(parent: QWidget, theme: Theme, scheme: Scheme) -> ListWish | None:
    """Ask for a file of words and what its entries are."""
    path = file_of_list(parent)
    if path is None:
        return None
    dialog = WordListDialog(theme, path, scheme, parent)
    return dialog.wish if dialog.exec() == QDialog.DialogCode.Accepted else None


def not_saved(parent: QWidget, errors: Sequence[BaseException]) -> None:
    """Say, before a project goes, that the last acts are not in its file, and why."""
    words = wording.error(errors[0])
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("Not saved"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    told = ngettext(
        "The last act is not in the project",
        "The last {n} acts are not in the project",
        len(errors),
    )
    box.setText(told.format(n=len(errors)))
    box.setInformativeText(f"{words.what}. {words.detail}")
    box.exec()


def about(parent: QWidget) -> None:
    """Say what the program is, and its licence."""
    box = QMessageBox(parent)
    box.setWindowTitle(_("About Curator"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_("Curator {version}").format(version=__version__))
    box.setInformativeText(
        _(
            "Read documents, decide what machines suggest, keep every decision, export gold.\n\n"
            "Everything stays on this computer. MIT licence."
        )
    )
    box.exec()
