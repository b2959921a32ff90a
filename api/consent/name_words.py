"""Words beside the lists of names: who is known by one name, what is nobody, what is called after people."""

# Known by one name, or by names that the lists do not hold.
WELL_KNOWN = frozenset({
    "adele", "bad bunny", "banksy", "beyoncé", "beyonce", "billie eilish", "björk", "bjork", "bts", "cher",
    "cristiano ronaldo", "deepika padukone", "diljit dosanjh", "eminem", "elon musk", "erling haaland",
    "greta thunberg", "jackie chan", "kanye west", "kim jong un", "kim kardashian", "lady gaga",
    "lionel messi", "lizzo", "malala", "malala yousafzai", "mbappe", "mbappé", "messi", "mrbeast",
    "narendra modi", "neymar", "oprah", "pelé", "pele", "pewdiepie", "putin", "rihanna", "ronaldo",
    "rosalía", "shah rukh khan", "shakira", "snoop dogg", "the weeknd", "vladimir putin",
    "volodymyr zelensky", "volodymyr zelenskyy", "xi jinping", "zelensky", "zendaya", "zinedine zidane",
    "zuckerberg",
})  # fmt: skip
# Nobody's likeness, and unknown as such to the dictionary.
NOBODY = frozenset({
    "bruce wayne", "clark kent", "darth vader", "forrest gump", "gwen stacy", "harry potter",
    "hermione granger", "homer simpson", "indiana jones", "jack sparrow", "james bond", "lara croft",
    "lois lane", "luke skywalker", "mary jane", "mickey mouse", "minnie mouse", "mona lisa", "peter pan",
    "peter parker", "princess leia", "ron weasley", "santa claus", "tai chi", "tony stark", "walter white",
    "winnie the pooh",
})  # fmt: skip
TITLES = frozenset("president queen king prince princess pope senator emperor empress chancellor".split())
MADE = frozenset("style painting paintings print prints drawing mural portrait".split())
ARTICLES = frozenset("a an the this that two three his her their my our your some every".split())  # fmt: skip
# What is named after people: a bridge, a street or a prize is not one of them.
NO_PERSON = frozenset(
    "street bridge beach falls park tower island islands river lake mount mountain cathedral church university "
    "college school station castle palace house hall square avenue road bay hotel museum airport stadium day "
    "festival prize award gardens opera ballet city town county valley hill hills coast ocean sea desert "
    "forest canyon harbour harbor market cup bowl games style era effect syndrome disease theorem law lane drive".split()
)
SMALL_WORDS = frozenset(
    "and or of the in on at with from by for to is was are were has had who he she it they we you".split()
)
