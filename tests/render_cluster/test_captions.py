"""Captions are valid WebVTT whatever is said."""

import pytest

from render_cluster.captions import CUES_MAX, Cue, captions_vtt


def test_a_line_becomes_a_cue_with_its_speaker() -> None:
    text = captions_vtt([Cue("Keep your elbow in.", 0.4, 2.15, "coach_1")], 4.0)
    assert text == "WEBVTT\n\n1\n00:00:00.400 --> 00:00:02.150\n<v coach 1>Keep your elbow in.\n"


def test_cues_come_in_order_and_do_not_overlap() -> None:
    text = captions_vtt([Cue("two", 2.0, 2.1), Cue("one", 1.0, 3.0)], 2.5)
    assert "00:00:01.000 --> 00:00:02.000\none" in text
    assert "00:00:02.000 --> 00:00:02.500\ntwo" in text


def test_markup_and_arrows_in_a_line_stay_words() -> None:
    text = captions_vtt([Cue("a <b>& c --> d\n\nNOTE x", 0.0, 1.0, "<i>")], 4.0)
    assert text.count("-->") == 1
    assert "<b>" not in text
    assert "\n\nNOTE" not in text


def test_a_long_line_breaks_near_its_middle() -> None:
    cue = captions_vtt([Cue("Could you please pass me the blue bottle on the table?", 0, 2)], 4.0)
    assert "Could you please pass me the\nblue bottle on the table?" in cue


def test_hours_are_written_out() -> None:
    assert "01:01:01.500 -->" in captions_vtt([Cue("x", 3661.5, 3662.5)], 4000.0)


def test_too_many_are_refused() -> None:
    with pytest.raises(ValueError, match="captions"):
        captions_vtt([Cue("x", 0, 1)] * (CUES_MAX + 1), 4.0)
