"""Keys that a person changed: no key does two things, and only differences are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from curator.ui.actions import ACTIONS, action
from curator.ui.do import Do
from curator.ui.keymap import Keymap, acts_on_page, refusal
from curator.ui.preferences import Preferences


class Kept(Preferences):
    """Preferences in memory."""

    def __init__(self, keys: dict[str, list[str]] | None = None) -> None:
        self.kept = keys or {}

    def keys(self) -> dict[str, list[str]]:
        return self.kept

    def set_keys(self, keys: object) -> None:
        self.kept = {name: list(given) for name, given in keys.items()}  # type: ignore[attr-defined]


@pytest.fixture
def keymap() -> Keymap:
    return Keymap(Kept())


def test_that_actions_have_the_keys_of_the_table(keymap: Keymap) -> None:
    assert all(keymap.keys(row.do) == row.keys for row in ACTIONS)
    assert keymap.is_default
    assert keymap.page["A"] is Do.ACCEPT
    assert "Ctrl+Z" not in keymap.page
    assert keymap.owner("Ctrl+Z") is Do.UNDO


def test_that_a_key_of_another_is_taken_from_it_and_comes_back(keymap: Keymap) -> None:
    keymap.give(Do.UNSURE, ["V", "X"])
    assert keymap.page["X"] is Do.UNSURE
    assert keymap.keys(Do.REJECT) == ()
    assert keymap.owner("U") is None
    keymap.reset(Do.UNSURE)
    assert keymap.keys(Do.REJECT) == ("X",)
    assert keymap.is_default


def test_that_a_key_of_the_table_is_taken_back_from_who_has_it(keymap: Keymap) -> None:
    keymap.give(Do.UNSURE, ["X"])
    keymap.reset(Do.REJECT)
    assert keymap.keys(Do.REJECT) == ("X",)
    assert keymap.keys(Do.UNSURE) == ()


def test_that_two_actions_swap_their_keys(keymap: Keymap) -> None:
    keymap.swap(Do.ACCEPT, "X", old="A")
    assert (keymap.key(Do.ACCEPT), keymap.key(Do.REJECT)) == ("X", "A")
    keymap.swap(Do.RIGHT_OUT, "X", old="]")
    assert keymap.keys(Do.RIGHT_OUT) == ("Alt+Right", "X")
    assert keymap.keys(Do.ACCEPT) == ("]",)
    keymap.swap(Do.IDENTITIES, "]", old="")
    assert keymap.keys(Do.IDENTITIES) == ("]",)
    assert keymap.keys(Do.ACCEPT) == ()


def test_that_only_what_differs_is_kept() -> None:
    kept = Kept()
    keymap = Keymap(kept)
    keymap.give(Do.ACCEPT, ["V"])
    assert kept.kept == {"accept": ["V"]}
    again = Keymap(kept)
    assert again.key(Do.ACCEPT) == "V"
    assert again.is_changed(Do.ACCEPT)
    again.reset_all()
    assert kept.kept == {}
    assert again.keys(Do.ACCEPT) == ("A",)


def test_that_everybody_is_told_of_a_change(keymap: Keymap) -> None:
    told: list[str] = []
    keymap.changed.connect(lambda: told.append(keymap.key(Do.ACCEPT)))
    keymap.give(Do.ACCEPT, ["V"])
    keymap.reset_all()
    assert told == ["V", "A"]


def test_that_what_nobody_can_use_is_left_out_of_the_settings() -> None:
    keymap = Keymap(Kept({"fly": ["A"], "accept": ["V", "V", "5"], "reject": ["V", "Tab", "B"]}))
    assert keymap.keys(Do.ACCEPT) == ("V",)
    assert keymap.keys(Do.REJECT) == ("B",)
    assert keymap.keys(Do.LOOK_AGAIN) == ()


@pytest.mark.parametrize("written", ["", "no JSON", "5", "[]", '{"accept": 1}'])
def test_that_spoilt_settings_leave_the_keys_of_the_table(tmp_path: Path, written: str) -> None:
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue("keys", written)
    assert Keymap(Preferences(settings)).is_default


def test_that_keys_come_back_in_the_next_run(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    Keymap(Preferences(settings)).give(Do.ACCEPT, ["Ctrl+,", ";", "Ö"])
    settings.sync()
    again = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    assert Keymap(Preferences(again)).keys(Do.ACCEPT) == ("Ctrl+,", ";", "Ö")


@pytest.mark.parametrize(
    "key",
    [
        "1",
        "9",
        "Tab",
        "Shift+Tab",
        "Escape",
        "Enter",
        "Ctrl+Enter",
        "Left",
        "Shift+Right",
        "Ctrl+Left",
        "Ctrl+Shift+Up",
        "Home",
        "PageDown",
        "Backspace",
        "Alt+F",
        "Ctrl+Alt+Q",
    ],
)
def test_that_some_keys_are_refused_with_the_reason(key: str) -> None:
    assert refusal(key)


def test_that_the_keys_of_the_table_can_all_be_given() -> None:
    assert [key for row in ACTIONS for key in row.keys if refusal(key)] == []


@pytest.mark.parametrize("key", ["A", ";", "Alt+Left", "F", "Shift+F", "Space", "Shift+N", "Alt+."])
def test_that_letters_and_signs_act_on_the_page(key: str) -> None:
    assert acts_on_page(key)


@pytest.mark.parametrize("key", ["Ctrl+A", "F5", "Shift+F5", "Alt+F5", "Ctrl+Shift+N", "Ctrl++"])
def test_that_keys_with_ctrl_and_f_keys_act_anywhere(key: str) -> None:
    assert not acts_on_page(key)


KEYS = st.sampled_from(["A", "X", "U", "V", "Q", ";", "Alt+Left", "Ctrl+B", "F5", "]"])
DOS = st.sampled_from([Do.ACCEPT, Do.REJECT, Do.UNSURE, Do.RIGHT_OUT, Do.RIGHT_IN, Do.BULK])
STEPS = st.one_of(
    st.tuples(st.just("give"), DOS, st.lists(KEYS, max_size=3)),
    st.tuples(st.just("swap"), DOS, KEYS),
    st.tuples(st.just("reset"), DOS, st.none()),
)


@given(st.lists(STEPS, max_size=8))
def test_that_no_key_ever_does_two_things(steps: list[tuple[str, Do, object]]) -> None:
    kept = Kept()
    keymap = Keymap(kept)
    for step, do, what in steps:
        match step:
            case "give":
                keymap.give(do, what)  # type: ignore[arg-type]
                assert keymap.keys(do) == tuple(dict.fromkeys(what))  # type: ignore[call-overload]
            case "swap":
                other = keymap.owner(str(what))
                keymap.swap(do, str(what), old=keymap.key(do))
                assert other is None or str(what) in keymap.keys(do)
            case _:
                keymap.reset(do)
                assert keymap.keys(do) == action(do).keys
        keys = [key for row in ACTIONS for key in keymap.keys(row.do)]
        assert len(keys) == len(set(keys))
        again = Keymap(kept)
        assert all(again.keys(row.do) == keymap.keys(row.do) for row in ACTIONS)
