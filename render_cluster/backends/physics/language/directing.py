"""Directs a whole prompt: which segments become shots, who is in each, how long each lasts."""

from collections.abc import Sequence

import msgspec

from render_cluster.backends.physics.language.cast import Cast, Member
from render_cluster.backends.physics.language.casting import Casting
from render_cluster.backends.physics.language.chunks import chunk
from render_cluster.backends.physics.language.clauses import Clause, read_clauses
from render_cluster.backends.physics.language.embedding import Nearest
from render_cluster.backends.physics.language.filming import Film, film
from render_cluster.backends.physics.language.ledger import Ledger
from render_cluster.backends.physics.language.lexicon import Lexicon
from render_cluster.backends.physics.language.phrases import Phrase, sift
from render_cluster.backends.physics.language.segments import Segment
from render_cluster.backends.physics.language.senses import Senses
from render_cluster.backends.physics.language.settings import hint_of_verb, usual_setting
from render_cluster.backends.physics.language.tagger import knows_word, tag
from render_cluster.backends.physics.language.take import Take
from render_cluster.backends.physics.language.telling import Teller
from render_cluster.backends.physics.language.verb_senses import VerbSenses
from render_cluster.backends.physics.language.vocabulary.people import GARMENTS, PEOPLE
from render_cluster.backends.physics.language.vocabulary.settings import PLACE_WORDS
from render_cluster.backends.physics.language.vocabulary.verbs import EMPTY
from render_cluster.backends.physics.language.word_book import WordBook, singulars
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.storyboard import SHOTS_COUNT_MAX, Action, Camera, Place, Relation, Shot, Subject, Wind

LISTED_SHOT_S_MIN = 1.0
TOLD_SHOT_S_MIN = 2.0
_ENGLISH_SHARE_LEAST = 0.5
# Slow motion shows what is done in at least so many seconds of the world, if need be less slowly than this.
_DEED_S, _SLOW_AT_MOST = 2.4, 0.7
_ENDING = frozenset({"throw", "kick", "topple", "shatter"})
_AT_A_WINDOW = frozenset({"curtain", "curtained_window"})
_STANDS_BY_GEAR = frozenset({"sit", "lie", "walk", "run", "hold", "talk", "stand", "swim", "lift"})


class Director:
    """Compiles one prompt; the cast and the ledger are its own."""

    def __init__(self, book: WordBook, lexicon: Lexicon, nearest: Nearest, whole: Film) -> None:
        self._book = book
        self._lexicon = lexicon
        self._nearest = nearest
        self._whole = whole
        self.ledger = Ledger()
        self._cast = Cast()
        casting = Casting(Senses(book, lexicon, nearest), self._cast, self.ledger)
        self._teller = Teller(casting, self._cast, VerbSenses(book, nearest), book, self.ledger)

    def takes(self, parts: Sequence[Segment], duration_s: float) -> list[Take]:
        """The takes of a prompt, at least one; what finds no shot of its own joins the one before."""
        takes = [Take()]
        for part in parts:
            if not self._is_english(part):
                # Of another language single words may look known: better to say that nothing was understood.
                self.ledger.left_out(" ".join(token.text for token in part.tokens))
                takes[-1].text = f"{takes[-1].text} {' '.join(token.text for token in part.tokens)}".strip()
                continue
            sifted = sift(part.tokens)
            tagged = tag(sifted.rest, self._book, self._is_thing)
            clauses = read_clauses(chunk(tagged))
            if self._cuts(takes, part, clauses, duration_s):
                takes.append(Take(transition=part.transition, flows=part.begins != "must"))
            if part.transition == "cross_fade":
                made = takes[-1].transition == "cross_fade" and len(takes) > 1
                self.ledger.met(part.heading, None) if made else self.ledger.left_out(part.heading)
            self._write(takes[-1], part, clauses, sifted.phrases)
        return takes

    def shots(self, takes: Sequence[Take], lengths_s: Sequence[float]) -> tuple[Shot, ...]:
        """The finished shots; place and light go on from shot to shot until they change."""
        shots: list[Shot] = []
        for take, length_s in zip(takes, lengths_s, strict=True):
            before = shots[-1] if shots else None
            if take.is_bare and before is not None:
                # "Cut to a close-up": of those who were there.
                take.subjects = [subject.id for subject in before.subjects]
            shots.append(self._shot(take, before, length_s))
        return tuple(shots)

    def _is_known(self, noun: str) -> bool:
        return noun in PEOPLE or self._is_thing(noun)

    def _is_thing(self, noun: str) -> bool:
        return self._lexicon.find(noun) is not None or noun.replace(" ", "_") in GARMENTS

    def _is_english(self, part: Segment) -> bool:
        """Whether at least half of the words are in the dictionary, or the catalogue."""
        words = [token.lower for token in part.tokens if token.kind == "word"]
        known = sum(
            knows_word(word, self._book) or any(map(self._is_known, singulars(word))) for word in words
        )
        return known >= _ENGLISH_SHARE_LEAST * len(words)

    def _cuts(self, takes: list[Take], part: Segment, clauses: Sequence[Clause], duration_s: float) -> bool:
        now = takes[-1]
        if now.is_bare and now.setting is None and now.camera is None and now.fixed_s is None:
            return False
        least_s = LISTED_SHOT_S_MIN if part.begins == "must" else TOLD_SHOT_S_MIN
        if len(takes) >= min(SHOTS_COUNT_MAX, max(1, int(duration_s / least_s))):
            return False
        if part.begins == "must":
            return True
        deeds = [clause for clause in clauses if clause.verb is not None and clause.verb.lemma not in EMPTY]
        if part.begins == "may":
            return bool(deeds) or bool(clauses)
        if part.fixed_s is not None and now.fixed_s is not None:
            return True
        acted = any(self._cast[action.subject].is_animate for action in now.actions) or bool(now.lines)
        moves_on = self._moves_on(now, clauses)
        return (bool(deeds) and acted and (moves_on or self._acts(deeds))) or (
            moves_on and bool(clauses) and not now.is_bare
        )

    def _moves_on(self, now: Take, clauses: Sequence[Clause]) -> bool:
        """Whether another setting is named."""
        if now.setting is None:
            return False
        for clause in clauses:
            for related in clause.related:
                where = PLACE_WORDS.get(related.phrase.head)
                inside = related.preposition in ("in", "at", "inside")
                if (
                    where is not None
                    and inside
                    and where.setting != now.setting.name
                    and not related.phrase.is_pronoun
                ):
                    return True
        return False

    def _acts(self, deeds: Sequence[Clause]) -> bool:
        """Whether somebody, not something, does something further."""
        for clause in deeds:
            for phrase in clause.subjects:
                if phrase.is_pronoun and phrase.head not in ("it", "itself"):
                    return True
                known = self._cast.known_as(phrase.head)
                if known is not None and self._cast[known].is_animate:
                    return True
                if known is None and self._lexicon_animate(phrase.head):
                    return True
        return False

    def _lexicon_animate(self, noun: str) -> bool:
        entry = self._lexicon.find(noun)
        files = {sense.file for sense in self._book.senses(noun, "noun")[:1]}
        return (entry is not None and entry.is_animal) or bool(files & {"person", "animal"})

    def _write(self, take: Take, part: Segment, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
        take.text = f"{take.text} {' '.join(token.text for token in part.tokens)}".strip()
        take.fixed_s = part.fixed_s or take.fixed_s
        for clause in clauses:
            self._teller.tell(take, clause)
            hint = hint_of_verb(clause.verb.lemma) if clause.verb is not None else None
            if hint is not None and self._teller.acts_as_person:
                take.hints.append(hint)
        film(take, phrases, self._whole, self._cast, self.ledger)

    def _shot(self, take: Take, before: Shot | None, length_s: float) -> Shot:
        self._bring_gear(take)
        setting = take.setting.name if take.setting is not None else None
        if setting is None and before is not None and self._goes_on(take, before):
            setting = before.setting
        subjects = self._subjects(take)
        setting = setting or usual_setting(take, self._cast, self._book, self._nearest)
        shown = {subject.id for subject in subjects}
        actions = tuple(_within(action, shown) for action in take.actions if action.subject in shown)
        return Shot(
            duration_s=length_s,
            setting=setting,
            time_of_day=take.time_of_day or (before.time_of_day if before is not None else "day"),
            weather=take.weather or (before.weather if before is not None else "clear"),
            subjects=subjects,
            actions=actions,
            lines=tuple(
                line if line.speaker in shown else msgspec.structs.replace(line, speaker=None)
                for line in take.lines
            ),
            camera=_with_time(self._camera(take, subjects, actions), actions, length_s),
            transition=take.transition,
            wind=self._wind(take, subjects, setting),
        )

    def _wind(self, take: Take, subjects: Sequence[Subject], setting: str) -> Wind | msgspec.UnsetType:
        """The wind that was asked for, and its fate: in a room it is none but for a curtain, at its window.

        What the prompt has flutter where no wind is was not realised after all.
        """
        place = SETTINGS[setting]
        airy = not (place.indoor or place.submerged or setting == "moon")
        reaches = airy or any(subject.kind in _AT_A_WINDOW for subject in subjects)
        if take.wind == "calm" or not reaches:
            for text in take.fluttered:
                self.ledger.lost(text)
        if take.wind is None:
            return msgspec.UNSET
        if take.wind != "calm" and not reaches:
            self.ledger.left_out(take.wind_text)
            return msgspec.UNSET
        self.ledger.realised(take.wind_text)
        return take.wind

    def _goes_on(self, take: Take, before: Shot) -> bool:
        """Whether a take that names no place plays where the shot before did: with some of the same cast."""
        seen = {subject.id for subject in before.subjects}
        return not take.subjects or bool(seen & set(take.subjects)) or take.flows

    def _bring_gear(self, take: Take) -> None:
        """A skater skates and a pianist plays, unless they do what leaves the gear aside."""
        for id, verb, gear in reversed(take.gear):
            theirs = {action.verb for action in take.actions if action.subject == id}
            if id not in take.subjects or gear not in take.subjects or verb in theirs:
                continue
            if theirs & _STANDS_BY_GEAR:
                self._place(gear, "beside", id)
                continue
            take.actions.insert(0, Action(id, verb, gear))
            if verb in ("ride", "row"):
                self._place(id, "on" if verb == "ride" else "in", gear)

    def _place(self, id: str, relation: Relation, target: str) -> None:
        if self._cast[id].subject.place is None and self._cast[target].subject.place is None:
            self._cast.change(id, place=Place(relation, target))

    def _subjects(self, take: Take) -> tuple[Subject, ...]:
        """The cast of a take, with what they hold or ride even where only the last shot spoke of it."""
        for id in tuple(take.subjects):
            place = self._cast[id].subject.place
            if place is not None and place.relation in ("on", "in") and _carries(self._cast[place.target]):
                take.show(place.target)
        members = [self._cast[id].subject for id in take.subjects]
        shown = {member.id for member in members}
        return tuple(
            msgspec.structs.replace(member, place=None)
            if member.place is not None and member.place.target not in shown
            else member
            for member in members
        )

    def _camera(self, take: Take, subjects: Sequence[Subject], actions: Sequence[Action]) -> Camera:
        camera = take.camera or Camera(framing="medium" if subjects else "wide")
        if take.camera is not None and not take.is_framed and not subjects:
            camera = msgspec.structs.replace(camera, framing="wide")
        if not subjects or (
            camera.move not in ("follow", "orbit")
            and camera.framing != "close_up"
            and camera.ends != "close_up"
        ):
            return camera
        first = actions[0].subject if actions else subjects[0].id
        return msgspec.structs.replace(camera, subject=first)


def _with_time(camera: Camera, actions: Sequence[Action], length_s: float) -> Camera:
    """Slow motion, but not so slow that what is done has no time to end within the shot."""
    ends = any(action.outcome or action.verb in _ENDING for action in actions)
    if camera.speed == 1.0 or not ends:
        return camera
    needed = round(min(_SLOW_AT_MOST, _DEED_S / length_s), 3)
    return msgspec.structs.replace(camera, speed=max(camera.speed, needed))


def _carries(member: Member) -> bool:
    """Whether who sits on it is still on it in the next shot."""
    return member.family == "animal" or "ridden" in member.traits


def _within(action: Action, shown: set[str]) -> Action:
    """The action without a target that is not in the shot."""
    if action.target is None or action.target in shown:
        return action
    return msgspec.structs.replace(action, target=None)
