"""The ways English says what is wanted, what is not, and what alone is: phrases that turn all that follows them."""

import re
from typing import Literal, NamedTuple

from recommender.language.line import Line

Turn = Literal["want", "never", "less", "only", "but", "stop", "comma", "and", "or", "twice", "so"]

_ADVERB = (
    r"(?:(?:really|ever|even|just|particularly|especially|actually|currently|also|please|honestly|simply|quite|"
    r"totally|absolutely|certainly|too|very|so|always|still|that|much|kind of|sort of|right now|at all|"
    r"kinda|definitely|today) )*"
)
_WISH = (
    r"(?:want|need|like|love|enjoy|prefer|crave|fancy|adore|wish|miss|remember|dream of|dream about|kill for|die for|feel like|dig|appreciate|would like|would love|"
    r"would enjoy|would prefer|would rather|could use|could go for|care for|care about|wish for|hope for|long for)"
)
_SEE = (
    r"(?:(?:to |for )?(?:see|seeing|watch|watching|look at|looking at|have|having|get|getting|view|viewing|"
    r"be shown|being shown|hear about|hearing about|hear|come across|find|be seeing) )?"
)
_ANY = (
    r"(?:(?:any|anything|anyone|anybody|some|something|someone|a bit|a little|a few|of|more|with|to do with|that has|"
    r"that shows|that involves|showing|about|featuring|involving|containing|having|including|that is|that are|"
    r"related to|like|the|those|these|all|another|single|other|else) )*"
)
_GIVE = (
    r"(?:show|give|find|get|bring|serve|recommend|suggest|send|put together|put|play|feed|offer|surprise|include|pick|"
    r"let|throw|keep showing|keep giving|start showing)"
)
_ME = r"(?:me|us|my feed|my timeline|in my feed)"
_SELF = r"(?:i|we|me|my (?:kids|kid|family|son|daughter|wife|husband))"

# What somebody gets and nothing else is what they have too much of: "I only see cars".
_GLUT = (
    rf"{_SELF} (?:only|just) (?:ever )?(?:get|see|am getting|am seeing|am shown|keep getting|keep seeing) "
)

_DOUBLE = (
    r"not (?:only|just|merely) |(?:i |we )?(?:do|would) not mind (?:seeing |watching |having |some )?|(?:no (?:videos|clips|stuff|content|ones)|not|never|do not|do not ever|nothing) (?:ever )?(?:(?:show|give) me )?(?:any |anything |videos |clips )*"
    r"(?:without|hide|exclude|skip|leave out|remove|filter out|missing|lacking) " + _ANY
)

_ONLY = "|".join(
    (
        r"(?:nothing|no one|none|nobody|no (?:videos|clips|content|stuff)) (?:(?:else|other) )?(?:but|except(?: for)?|than|besides|"
        r"apart from|other than) ",
        rf"(?!{_GLUT})(?:{_SELF} )?(?:would )?(?:only|solely|exclusively|strictly) {_ADVERB}(?:{_WISH} |{_GIVE} {_ME} )?{_SEE}",
        rf"{_GIVE} {_ME} (?:only|solely|exclusively|nothing but|just) ",
        r"(?:limit|restrict|narrow) (?:it|this|my feed|the feed|everything) (?:down )?to (?:just |only )?",
        r"(?:stick|keep) (?:it )?to (?:just |only )?",
        rf"all (?:that )?{_SELF} {_WISH} (?:to see )?(?:is|are) ",
        r"(?:(?<=^)|(?<=[,.] )|(?<=want )|(?<=feed ))just (?!a |an |some|something|show|give|want|had|got|back|so|for|in |the )",
    )
)

_NEVER = "|".join(
    (
        rf"(?:(?:{_SELF}|you|it|please) )?(?:do|does|did|can|could|would|should|will|must|may|to) not {_ADVERB}"
        rf"(?:(?:want|like|wish|need|care) (?:{_ME} )?to (?:see|watch|have|get|hear) |{_WISH} |show |give |include |recommend |play |stand |bear |"
        rf"tolerate |handle |stomach |take |suggest |send |put |let |be |have |bring |see |watch |contain |feature |involve |mention |"
        rf"bother |bore )(?:with )?(?:{_ME} )?{_SEE}{_ANY}",
        rf"{_SELF} (?:am|are|have|get|got|feel) {_ADVERB}(?:sick|tired|bored|weary|fed up|done|over|through|had enough|had it)"
        rf"(?: and (?:sick|tired))? (?:of|with|by) {_SEE}{_ANY}",
        rf"(?:sick|tired|bored|weary|fed up) (?:and tired )?(?:of|with|by) {_SEE}{_ANY}",
        rf"{_SELF} (?:am|are) (?:over|past) {_ANY}",
        rf"{_SELF} have never {_ADVERB}(?:liked|loved|enjoyed|wanted|cared for|cared about|been (?:a fan of|into|fond of|keen on)) {_SEE}{_ANY}",
        rf"(?:{_SELF} )?(?:am |are )?not {_ADVERB}(?:a |an |much of a |the biggest |a big |a huge |such a |exactly a )?"
        rf"(?:fan|fond|keen|interested|into|up|here|looking|in the mood|in a mood|big on|crazy|wild|one|friend)"
        rf"(?: (?:of|on|for|in|about))?(?: (?={_SEE}))(?:{_SEE}){_ANY}",
        rf"(?:{_SELF} )?(?:would )?(?:much )?rather (?:not|never|skip|avoid) {_SEE}{_ANY}",
        rf"(?:{_SELF} )?(?:could|can|would|will) (?:happily |gladly |easily |really )?(?:do|live|go) without {_ANY}",
        rf"(?:{_SELF} )?(?:can|could) (?:happily |gladly |easily )?(?:skip|pass on) {_ANY}",
        rf"(?:anything|everything|whatever|all) (?:but|except(?: for)?|other than|besides|apart from|aside from|bar) {_ANY}",
        rf"(?:{_SELF} )?{_ADVERB}(?:hate|dislike|loathe|detest|despise|can not (?:stand|bear|take|handle)) {_SEE}{_ANY}",
        rf"{_SELF} (?:am|are|get|feel) {_ADVERB}(?:afraid|scared|terrified|frightened|allergic|squeamish|averse)"
        rf" (?:of|by|to|about) {_ANY}",
        rf"(?:{_SELF} )?(?:have )?(?:had |seen )?(?:more than )?enough (?:of |with |about |already of )?{_ANY}",
        rf"no (?:more |need for |interest in |place for |room for |sign of |trace of )?{_ANY}",
        rf"(?:free|devoid|clear|empty) (?:of|from) {_ANY}",
        rf"(?:steer clear of|stay away from|stay clear of|away from|keep away from|get rid of|lay off|hold the|spare me|"
        rf"save me from|stop showing(?: me)?|stop giving me|stop sending(?: me)?|stop recommending|stop with|quit showing(?: me)?|quit it with|go without|"
        rf"leave out|keep out|filter out|cut out|take out|weed out|rule out|screen out|sort out|opt out of|skip over|"
        rf"(?:i will |i would )?pass on|forget|forget about|protect me from|shield me from) {_ANY}",
        rf"(?:(?<=^)|(?<=[,.] )|(?<=and )|(?<=but )|(?<=please )|(?<=you )|(?<=also )|(?<=to )|(?<=would )|(?<=me ))"
        rf"(?:drop the|ditch|block(?! part)|mute|ban|remove|omit|cut the|lose the|stop(?! motion)|exclude|eliminate|scrap|minus) (?:out )?{_ANY}",
        rf"(?:nobody|no one|without|(?<!i have )(?<!we have )never|(?<!i can )(?<!i could )(?<!i did )(?<!i have )(?<!i will )(?<!i was )(?<!we can )(?<!it was )not(?! (?:really |quite |exactly |so )*(?:sure|certain))|nor|neither|none of|sans|excluding|except for|except|excepting|other than|besides|"
        rf"apart from|aside from|avoid|avoiding|hide(?! and seek)|hiding|skip|skipping(?! rope)|exclude|excluding|minus|lacking|nothing|zero(?! gravity)|"
        rf"anything but) (?:even |ever |only |too |so |as |that |necessarily )*{_ANY}",
    )
)

_LESS = (
    rf"{_GLUT}{_ANY}"
    r"|(?:(?:a (?:bit|little|lot)|much|way|far|slightly|show me|give me) )*(?:less|fewer) (?!than)"
    r"(?:of )?(?:the |these |those )?"
    r"|(?:instead of|rather than|in place of|(?<!more )(?<!less )(?<!longer )(?<!shorter )(?<!older )than) (?:the |any )?"
    rf"|not (?:so|too|that|as|quite so|all that) (?:many|much|often) (?:of )?{_ANY}"
    r"|(?:do|can) not (?:show|give) me (?:so|too|as|that) (?:many|much) "
    r"|(?:reduce|lower|decrease|tone down|turn down|dial down|dial back|cut down on|cut back on|ease off|ease up on|go easy on|"
    r"go light on|lighten up on|ration|limit|fewer of|play down|scale back|slow down on|"
    r"(?:there is |there are |i see |i get |seeing |getting )?(?:too|way too) (?:many|much)) (?:on |of )?(?:the |my |all the |these |those )?"
)

_WANT = "|".join(
    (
        rf"(?:(?:could|can|would|will|may|might|shall|do) (?:you|i|we) )?(?:please )?(?:maybe )?(?:just )?(?:go ahead and )?{_GIVE} {_ME}"
        rf"(?: (?:up|on))?(?: with)? (?:please )?{_SEE}",
        rf"{_SELF} (?:am|are) {_ADVERB}(?:a (?:big |huge |real )?(?:fan|lover) of|in the mood for|in a mood for|looking for|into|craving|after|hoping for|"
        rf"keen on|fond of|crazy about|obsessed with|interested in|up for|dying for|searching for|longing for|hoping to see|dying to see) {_SEE}",
        rf"{_SELF} (?:would |could |do |might |will )?{_ADVERB}{_WISH} (?:it if (?:you|there) (?:could |would )?(?:show|were|was|showed|gave) (?:me )?)?{_SEE}",
        rf"(?:could|can|would|will) you (?:please |maybe |perhaps |possibly |kindly |just )*{_GIVE} {_ANY}",
        r"(?:can|could|may|might) (?:i|we) (?:please )?(?:see|watch|have|get|find|look at) ",
        r"(?:(?:i|we) (?:was|am|were) )?wondering (?:if|whether) (?:you|there) (?:have|has|had|are|is|were|got|might have)(?: got)? (?:any|anything|some|something|more|on|about|of|videos|clips|stuff| )*(?= )",
        r"(?:do|did|have|would) you (?:have|got|happen to have) (?:(?:any|anything|some|something|more|on|about|of|videos|clips|stuff) )*",
        r"what (?:have you got|do you have|is there) (?:on|about|in|with|for) ",
        rf"(?:my [a-z]+|she|he|they) (?:(?:really|just|also|all|both) )*(?:(?:is|are) (?:so |really |totally )*(?:crazy about|into|obsessed with|a (?:big |huge )?fan of|fond of|in love with|mad about)|loves?|likes?|adores?|enjoys?|wants?|would like|would love) (?:to )?{_SEE}",
        # Who does not know or can not wait denies nothing of what they name.
        r"(?:i |we )?(?:(?:am|are|do|can|could) )?not (?:really |quite |exactly |so |even )*(?:sure|certain|know|decide|choose|wait)"
        r"(?: (?:what|which) (?:i|we) (?:want|need|would like|feel like)| much| (?:to see|about|between|for|of|if|whether|yet))* ",
        r"(?:tell|let) me (?:know )?(?:what|if|whether) (?:you have|there is|there are)(?: got)?(?: (?:about|on|with|of|any))* ",
        r"(?:entertain|amuse|spoil|surprise|treat) (?:me|us) with ",
        r"all (?:that )?(?:i|we|he|she|they|my [a-z]+) (?:ever |can |really )*(?:talks?|thinks?|dreams?|cares?) (?:about|of) (?:is|are) ",
        r"do you (?:know|remember) (?:those |the |any |some |that )?",
        r"(?:how|what) about |(?:let us|let me|lets) (?:see|watch|have|get|look at) |(?:looking for|in the mood for|mood for|feel like|feeling like|fancy|craving|"
        r"hoping for|searching for|keen on|desperate for|ready for|time for(?= some)) (?:seeing |watching )?",
        r"(?:(?<=^)|(?<=[,.] )|(?<=and )|(?<=but )|(?<=please )|(?<=also )|(?<=so ))(?:show|give|find|see|watch|want|need|like|love|prefer|"
        r"get|focus on|focus more on|fill my feed with|prioritise|prioritize|boost|increase|add|include|bring on|bring back|lean into|turn up|favour|favor|up the|make it|keep|"
        r"keep it|keep showing|put on|throw in|mix in|stick with|go for|concentrate on) ",
        r"(?:a lot |lots |plenty |tons |loads |heaps |a bunch |bunches |a little bit |a bit |a little )(?:more )?(?:of )?(?:more )?",
        r"more (?!than )(?:of )?(?:the |these |those )?|especially |particularly |preferably |ideally |mostly |mainly |extra |instead ",
        r"(?:something|anything|someone|stuff|things|content) (?:like|about|with|that is|that are|that has|that shows|featuring|to do with|involving|where|showing|in|on) ",
    )
)

# Praise behind what was asked for says nothing more of it: "waves would be lovely".
_PRAISE = (
    r"(?:i )?(?:really |just )?miss (?:it|that|this|them|those)(?: so)?(?: (?:much|a lot|badly))?(?= [,.]|$| $)|"
    r"(?:would|will|could) be (?:so |really |very |just |absolutely )*\w+(?= [,.]|$| $)"
)

_BREAK = r"(?:but|though|although|however|instead|yet|whereas|while|then|otherwise)(?= |$)"

# "I had a long day so show me waves": what stands before it is why, and not what.
_SO = (
    r"(?<!is )(?<!are )(?<!am )(?<!was )(?<!be )(?<!not )(?<!it )(?<!this )(?<!them )(?<!me )(?<!you )(?<!^)"
    r"so (?!much|many|far|long|on |that |very |called )"
)

_CUE = re.compile(
    rf"(?<!\S)(?:(?P<twice>{_DOUBLE})|(?P<only>{_ONLY})|(?P<less>{_LESS})|(?P<never>{_NEVER})|(?P<want>{_WANT})"
    rf"|(?P<but>{_BREAK})|(?P<so>{_SO})|(?P<stop>\.|{_PRAISE})|(?P<comma>,)|(?P<and>(?:and|as well as|along with|also|plus|and also)(?= ))|(?P<or>(?:and/or|or)(?= )))"
)


class Cue(NamedTuple):
    """What a phrase turns to, and the places of its tokens in the line."""

    turn: Turn
    place: slice


def cues(line: Line) -> tuple[Cue, ...]:
    """All turning phrases and marks of a line, in order, none overlapping."""
    # A blank at the end lets a phrase be the last thing that is said.
    padded = Line(line.tokens, line.text + " ", line.starts)
    return tuple(Cue(_turn(match), place) for match, place in padded.matches(_CUE))


def _turn(match: re.Match[str]) -> Turn:
    return match.lastgroup  # type: ignore[return-value]
