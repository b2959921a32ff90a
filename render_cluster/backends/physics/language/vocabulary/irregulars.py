"""Nouns and verbs whose forms follow no rule, by their odd forms."""

NOUNS: dict[str, str] = {
    form: lemma
    for lemma, form in (
        pair.split("/")
        for pair in (
            "man/men woman/women child/children person/people foot/feet tooth/teeth goose/geese mouse/mice "
            "leaf/leaves loaf/loaves knife/knives wife/wives wolf/wolves shelf/shelves half/halves elf/elves "
            "calf/calves thief/thieves scarf/scarves life/lives ox/oxen cactus/cacti die/dice sheep/sheep "
            "fish/fish deer/deer kid/kids clothes/clothes glasses/glasses stairs/stairs scissors/scissors "
            "fungus/fungi policeman/policemen fireman/firemen fisherman/fishermen snowman/snowmen hoof/hooves "
            "jeans/jeans trousers/trousers shorts/shorts pants/pants skis/skis binoculars/binoculars "
            "headphones/headphones axe/axes bus/buses goggles/goggles sunglasses/sunglasses"
        ).split()
    )
}  # fmt: skip

PLURAL_ONLY = frozenset(lemma for form, lemma in NOUNS.items() if form == lemma and lemma.endswith("s")) - {
    "bus"
}
"""Single things that are spoken of in the plural: jeans, glasses."""

_VERB_FORMS = (
    "be/is,are,was,were,been,am have/has,had do/does,did,done go/went,gone,goes run/ran eat/ate,eaten see/saw,seen "
    "take/took,taken throw/threw,thrown catch/caught hit/hit fall/fell,fallen sit/sat stand/stood lie/lay,lain "
    "fly/flew,flown swim/swam,swum ride/rode,ridden drive/drove,driven sing/sang,sung sink/sank,sunk "
    "shake/shook,shaken break/broke,broken speak/spoke,spoken say/said tell/told hold/held read/read "
    "write/wrote,written draw/drew,drawn drink/drank,drunk wear/wore,worn blow/blew,blown grow/grew,grown "
    "rise/rose,risen shoot/shot spin/spun swing/swung hang/hung slide/slid leap/leapt leave/left "
    "come/came get/got,gotten give/gave,given make/made put/put cut/cut set/set let/let lose/lost find/found "
    "feed/fed fight/fought bring/brought buy/bought build/built burn/burnt bend/bent meet/met lead/led "
    "keep/kept sleep/slept sweep/swept light/lit look/looked win/won wake/woke,woken sew/sewn dig/dug "
    "stick/stuck strike/struck spill/spilt shut/shut split/split spread/spread steal/stole,stolen "
    "freeze/froze,frozen bite/bit,bitten hide/hid,hidden dive/dove kneel/knelt begin/began,begun pay/paid"
)


def _forms() -> dict[str, str]:
    forms = {}
    for entry in _VERB_FORMS.split():
        lemma, odd = entry.split("/")
        forms.update({form: lemma for form in odd.split(",") if form != lemma})
    return forms


VERBS: dict[str, str] = _forms()
"""Past forms of strong verbs; those that equal the plain form are left to the rules."""
