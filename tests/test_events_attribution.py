"""Attribution: (text, trigger, source or None), the nearest source wins."""

from __future__ import annotations

import pytest

from pipeline.events.attribution import sources
from pipeline.events.lexicon import TruthLexicon, load_lexicon
from pipeline.ner import ActorFinder
from pipeline.records import Article
from pipeline.syntax import LanguageModel, analyse

ROWS: list[tuple[str, str, str | None]] = [
    # indirect speech
    ("Nokia said that it had sued Apple.", "sued", "Nokia"),
    ("Nokia said that it had sued Apple.", "said", None),
    ("Nokia sued Apple.", "sued", None),
    ("Anna Berg told reporters that Nokia had fired 50 people.", "fired", "Anna Berg"),
    ("Nokia had fired 50 people, Anna Berg said.", "fired", "Anna Berg"),
    ("Nokia, Anna Berg said, had fired 50 people.", "fired", "Anna Berg"),
    ("Anna Berg announced that Nokia would fire 50 people.", "fire", "Anna Berg"),
    ("Anna Berg said Nokia had told investors that Intel had blocked the deal.", "blocked", "Nokia"),
    ("Anna Berg said Nokia had told investors that Intel had blocked the deal.", "told", "Anna Berg"),
    ("Intel believes that Nokia bribed officials.", "bribed", "Intel"),
    ("Intel denied that it had bribed officials.", "bribed", "Intel"),
    ("Intel denied bribing officials.", "bribing", "Intel"),
    ("Intel accused Nokia of bribing officials.", "bribing", "Intel"),
    ("Kenya fears that Intel will sue Nokia.", "sue", "Kenya"),
    ("Kenya threatened to block Telegram.", "block", None),
    ("Kenya hopes that Intel will sue Nokia.", "sue", "Kenya"),
    ("Kenya doubts that Intel sued Nokia.", "sued", "Kenya"),
    ("Anna Berg said she would resign if Nokia fired her team.", "fired", "Anna Berg"),
    ("Anna Berg said Nokia sued Intel after Apple withdrew.", "withdrew", "Anna Berg"),
    # demands are the caller's, orders are events of their own
    ("Intel urged Kenya to sue Nokia.", "sue", "Intel"),
    ("Intel called on Kenya to sue Nokia.", "sue", "Intel"),
    ("Intel asked Kenya to sue Nokia.", "sue", "Intel"),
    ("Intel wants Kenya to sue Nokia.", "sue", "Intel"),
    ("Intel wants to sue Nokia.", "sue", None),
    ("Intel tried to sue Nokia.", "sue", None),
    ("Kenya ordered Intel to sue Nokia.", "sue", None),
    # what somebody did not say is nobody's claim, what the writer adds is the writer's
    ("Intel did not say whether Nokia had sued Kenya.", "sued", None),
    ("Intel said it had sold the firm to Nokia, which had sued Kenya.", "sued", None),
    ("Intel said it would pay the fine and denied bribing officials.", "denied", None),
    ("Its director, Anna Berg, said Nokia had sued Kenya.", "sued", "Anna Berg"),
    # passives and hearsay name nobody
    ("Nokia is said to have sued Apple.", "sued", None),
    ("Nokia reportedly sued Apple.", "sued", None),
    ("Nokia is expected to sue Apple.", "sue", None),
    # according to
    ("According to Intel, Nokia sued Apple.", "sued", "Intel"),
    ("Nokia sued Apple, according to Intel.", "sued", "Intel"),
    # nouns of saying
    ("Intel's claim that Nokia had bribed officials was dismissed.", "bribed", "Intel"),
    ("Intel gave assurances that Nokia would cooperate with Kenya.", "cooperate", "Intel"),
    # quotations
    ("“We sued Nokia,” said Anna Berg.", "sued", "Anna Berg"),
    ("“We sued Nokia,” Anna Berg said. “They attacked our engineers.”", "attacked", "Anna Berg"),
    ("Anna Berg said: “We sued Nokia and we will win.”", "sued", "Anna Berg"),
    ("Anna Berg said the “ruthless” firm had left.", "left", "Anna Berg"),
    ("“I believe that Nokia bribed officials,” Anna Berg said.", "bribed", "Anna Berg"),
    ("“Intel says Nokia bribed officials,” Anna Berg said.", "bribed", "Intel"),
    ("“Intel says Nokia bribed officials,” Anna Berg said.", "says", "Anna Berg"),
    # what is outside the saying is the article's
    ("Anna Berg, who had sued Nokia, said she was tired.", "sued", None),
    ("After Nokia sued Apple, Anna Berg said she was tired.", "sued", None),
    ("Anna Berg said she was tired and left Nokia.", "said", None),
]


# The ways of newsrooms to say who says so.
NEWSROOM_ROWS: list[tuple[str, str, str | None]] = [
    ("Northwind sued Delta, said Maria Lund, chairman of the Freight Council.", "sued", "Maria Lund"),
    ('"Northwind sued us," said Maria Lund, chairman of the Freight Council.', "sued", "Maria Lund"),
    (
        '"Northwind sued us," Freight Council chairman Maria Lund told reporters in Oslo on Monday.',
        "sued",
        "Maria Lund",
    ),
    (
        "Maria Lund met the union. She said Northwind sued Delta. She added that Delta fired 50 people.",
        "fired",
        "Maria Lund",
    ),
    ("Delta fired 50 people, Maria Lund wrote in a letter to shareholders.", "fired", "Maria Lund"),
    ("Maria Lund said in a statement that Delta fired 50 people.", "fired", "Maria Lund"),
    ("Maria Lund said in a statement Delta fired 50 people.", "fired", "Maria Lund"),
    ("In a statement, Maria Lund said Delta fired 50 people.", "fired", "Maria Lund"),
    ("Maria Lund charged in a complaint filed in federal court that Delta fired 50 people.", "fired", "Maria Lund"),
    ("Northwind made clear in its offer that it would fire 50 people.", "fire", "Northwind"),
    ("Maria Lund testified that Delta fired 50 people.", "fired", "Maria Lund"),
    ("Maria Lund noted that Delta fired 50 people.", "fired", "Maria Lund"),
    ("Maria Lund argues Delta fired 50 people.", "fired", "Maria Lund"),
    ("Delta fired 50 people, according to Maria Lund, chairman of the council.", "fired", "Maria Lund"),
    ("Delta fired 50 people and closed a plant, according to Northwind.", "fired", "Northwind"),
    ("According to Northwind, Delta fired 50 people and sued Kenya.", "sued", "Northwind"),
    ("In Northwind's view, Delta attacked its rivals.", "attacked", "Northwind"),
    ("In the view of Northwind, Delta attacked its rivals.", "attacked", "Northwind"),
    ("For Northwind, the deal was a mistake.", "deal", None),
    ("Northwind's report showed Delta fired 50 people.", "fired", "Northwind"),
    ("The Northwind report showed Delta fired 50 people.", "fired", "Northwind"),
    ("A report by Northwind showed that Delta fired 50 people.", "fired", "Northwind"),
    ("A Northwind study found that Delta fired 50 people.", "fired", "Northwind"),
    ("A report from Amnesty International says police killed 12 people.", "killed", "Amnesty International"),
    (
        "Amnesty International published a report. The report said police killed 12 people.",
        "killed",
        "Amnesty International",
    ),
    ("Officials say Delta fired 50 people.", "fired", "Officials"),
    ("The Oslo Herald quoted Maria Lund as saying Delta fired 50 people.", "fired", "Maria Lund"),
    ("Maria Lund was quoted as saying Delta fired 50 people.", "fired", "Maria Lund"),
    ("Maria Lund was quoted by the Oslo Herald as saying that Delta fired 50 people.", "fired", "Maria Lund"),
    ("A statement by Northwind said Delta fired 50 people.", "fired", "Northwind"),
    ("A Northwind statement said Delta fired 50 people.", "fired", "Northwind"),
    ("Northwind announced that it fired 50 people.", "fired", "Northwind"),
    ("Northwind claimed Delta attacked its servers.", "attacked", "Northwind"),
    ("Northwind alleged that Delta attacked its servers.", "attacked", "Northwind"),
    ("Northwind conceded it attacked servers.", "attacked", "Northwind"),
    ('Northwind says Delta "attacked our servers".', "attacked", "Northwind"),
    ("Northwind sued Delta on Monday. The suit says Delta attacked its servers.", "attacked", "Northwind"),
    ("The council received an announcement from Northwind that it would fire 50 people.", "fire", "Northwind"),
    ("Northwind's announcement that it fired 50 people angered Kenya.", "fired", "Northwind"),
    ("Bankers said Northwind will buy Delta.", "buy", "Bankers"),
    ('The daily Gazeta led its front page with: "Delta fired 50 people."', "fired", "Gazeta"),
    ('Maria Lund was blunt: "Delta fired 50 people and lied to us."', "fired", "Maria Lund"),
    ('Lund: "Delta fired 50 people."', "fired", "Lund"),
    ('Maria Lund praised the union."Delta fired 50 people," she said.', "fired", "Maria Lund"),
    ('"Delta fired 50 people," said Maria Lund."They attacked us."', "attacked", "Maria Lund"),
    ("Maria Lund said Delta had sued. It also attacked rivals, she said.", "attacked", "Maria Lund"),
    ("Delta fired 50 people; Kenya later complained to Oslo that it had been attacked.", "fired", None),
    ("Delta fired 50 people; Kenya later complained to Oslo that it had been attacked.", "attacked", "Kenya"),
    ("Maria Lund said Delta had bribed a judge, a claim the court rejected in May.", "rejected", None),
    ("A jury found that Delta had bribed a judge, rejecting its claim of innocence.", "rejecting", None),
    ("Northwind said it was stopping work on the plant, blaming weak sales.", "blaming", None),
    ("Northwind said it was stopping work on the plant, adding that Delta attacked it.", "attacked", "Northwind"),
    ("Northwind informed its 40 suppliers that it would cut prices.", "cut", "Northwind"),
    ("Maria Lund thanked Delta for freeing the hostages.", "freeing", None),
    ("Maria Lund refused to say whether Delta had bribed a judge.", "bribed", None),
    ('"If Thursday fails," Maria Lund warned, "we will block the port."', "block", "Maria Lund"),
    ("Should Delta sue, Maria Lund warned, Kenya would retaliate.", "retaliate", "Maria Lund"),
    ("Should Delta sue, Maria Lund warned, Kenya would retaliate.", "warned", None),
    ("Delta, the Oslo Herald reported on Tuesday, will fire 50 people.", "fire", "Oslo Herald"),
    ("Delta will fire 50 people, the Oslo Herald reported, citing bankers.", "fire", "Oslo Herald"),
    ("Citing bankers, the Oslo Herald said Delta will fire 50 people.", "fire", "Oslo Herald"),
    ("Maria Lund told the Oslo Herald that Delta will fire 50 people.", "fire", "Maria Lund"),
    ("Maria Lund told CNN's Jake Berg that Delta will fire 50 people.", "fire", "Maria Lund"),
    ("Asked about the deal, Maria Lund said Delta will fire 50 people.", "fire", "Maria Lund"),
    ("Delta will fire 50 people, a spokeswoman said.", "fire", "spokeswoman"),
    ('"We were attacked, we were robbed, and nobody helped," Maria Lund said.', "attacked", "Maria Lund"),
    ('"The judge asked one question," Maria Lund said.', "asked", "Maria Lund"),
    ("Kenya accepted an offer from Northwind to buy Delta.", "buy", "Northwind"),
    ("Kenya repeated an invitation to Uganda to join the talks.", "join", "Kenya"),
    ("Kenya's proposal to ban the firm was rejected.", "ban", "Kenya"),
    ("Kenya has proposed banning the firm.", "banning", "Kenya"),
    ("Kenya suggested sanctions against the firm.", "sanctions", "Kenya"),
    ("Kenya recommended that the firm be fined.", "fined", "Kenya"),
    ("Maria Lund said Oslo and Northwind had agreed a deal. They had met in May, she said.", "met", "Maria Lund"),
    ("Maria Lund, chairman of the Freight Council, said on Monday that Delta fired 50 people.", "fired", "Maria Lund"),
    ("The Freight Council's Maria Lund said Delta fired 50 people.", "fired", "Maria Lund"),
    ('Minister Maria Lund tweeted: "Delta fired 50 people".', "fired", "Maria Lund"),
    ("Delta fired 50 people, says Lund", "fired", "Lund"),
    ("Maria Lund said the firm, which sued Kenya in May, had lied.", "sued", None),
    ('"Delta fired 50 people," Maria Lund said, adding: "They attacked us."', "attacked", "Maria Lund"),
    ('"Delta," Maria Lund said, "fired 50 people."', "fired", "Maria Lund"),
    ('"Delta fired 50 people. They attacked us. We sued them," Maria Lund said.', "attacked", "Maria Lund"),
    ('"Delta fired 50 people," the chairman, Maria Lund, said.', "fired", "Maria Lund"),
    ('"Delta fired 50 people," explains Maria Lund, who heads the council.', "fired", "Maria Lund"),
    ("Delta fired 50 people, Maria Lund believes.", "fired", "Maria Lund"),
    ("Maria Lund is convinced that Delta attacked its rivals.", "attacked", "Maria Lund"),
    ("Maria Lund made it clear that Delta attacked its rivals.", "attacked", "Maria Lund"),
    ("Maria Lund pointed out that Delta attacked its rivals.", "attacked", "Maria Lund"),
    ("Maria Lund expressed concern that Delta attacked its rivals.", "attacked", "Maria Lund"),
    ("Maria Lund expressed hope that Delta would free the hostages.", "free", "Maria Lund"),
    ("Maria Lund issued a statement saying Delta attacked its rivals.", "attacked", "Maria Lund"),
    ("Maria Lund issued a statement that said Delta attacked its rivals.", "attacked", "Maria Lund"),
    ("Maria Lund released a report which alleged that Delta attacked its rivals.", "attacked", "Maria Lund"),
    ("The letter, signed by Maria Lund, accuses Delta of attacking rivals.", "attacking", "Maria Lund"),
    ("It emerged that Delta fired 50 people.", "fired", None),
    ("There were reports that Delta fired 50 people.", "fired", None),
    ("Northwind is accused by Kenya of attacking its rivals.", "attacking", "Kenya"),
    ("Northwind was told by Kenya that Delta fired 50 people.", "fired", "Kenya"),
    ("Maria Lund heard from Kenya that Delta fired 50 people.", "fired", "Maria Lund"),
    ("Maria Lund learned that Delta fired 50 people.", "fired", "Maria Lund"),
    ("Maria Lund knew that Delta fired 50 people.", "fired", None),
    ("A spokesman for Northwind said Delta fired 50 people.", "fired", "spokesman for Northwind"),
    ("The lawsuit says Delta attacked servers.", "attacked", "The lawsuit"),
    ("A House Republican source said Northwind will buy Delta.", "buy", "A House Republican source"),
    (
        '"He will be prosecuted" there, Maria Lund, head of the board of the Lagos Port Authority, told reporters.',
        "prosecuted",
        "Maria Lund",
    ),
    (
        'Maria Lund said that until Iran reassures the world, "it would be premature to go ahead with any project."',
        "reassures",
        "Maria Lund",
    ),
    ("Maria Lund recommended a deal with the fund, advice which Delta subsequently rejected.", "rejected", None),
    ("Lund asked Berg to write a script after they worked together in Oslo.", "worked", None),
    ("Maria Lund also advised Kenya to sue Delta, a step that Oslo condemned.", "condemned", None),
    ('"I got a call saying I was fired," Maria Lund said.', "fired", "Maria Lund"),
    (
        "Maria Lund, who has run the council since 2001, told a rally in Oslo that Delta fired 50 people.",
        "fired",
        "Maria Lund",
    ),
    ("Delta fired 50 people, the company's lawyer, Maria Lund, told the court.", "fired", "Maria Lund"),
    ("Delta fired 50 people, Maria Lund, a lawyer for the union, told the court.", "fired", "Maria Lund"),
    ("The bill says Delta must pay a fine.", "pay", "The bill"),
    ("The measure said the attack was an act of war.", "attack", "The measure"),
    ("Delta fired 50 people, the union said Tuesday in a letter to Kenya.", "fired", "union"),
    ("Kenya has warned Delta it will seize its ships.", "seize", "Kenya"),
    ("Kenya accused Delta of bribing officials and threatened to sue.", "bribing", "Kenya"),
    ("Russian and Iranian officials said Delta will fire 50 people.", "fire", "Russian and Iranian officials"),
    ("Delta will fire 50 people, Russian and Iranian officials said Friday.", "fire", "Russian and Iranian officials"),
    # a plain "would" goes on with what was said
    ("Maria Lund said it was closing. The firm would start firing people in May.", "firing", "Maria Lund"),
    ('"We are closing," Maria Lund said. Delta would sell ships. It would also sue Kenya.', "sue", "Maria Lund"),
    ("Maria Lund said Delta had lied. It would often sue its rivals.", "sue", None),
    ("Maria Lund met the union in Oslo. It would sue Delta.", "sue", None),
    ('"I think the tax hurts that," Lund said. "It shows that Delta lied.', "said", None),
    # what "they said" goes on from
    ("Bankers said Delta may quit the Kenya Ports and Unions. They said Berg had sued.", "sued", "Bankers"),
    ("Maria Lund met a union spokesman. Delta will fire 50 people, press reports said.", "fire", "press reports"),
    ("Lawmakers said Senate confirmation of the Lund nomination is not assured.", "nomination", "Lawmakers"),
    # what a speaker does not tell is the writer's
    ("Lund said the army had a plan but he declined to say what it cost.", "declined", None),
    ("Berg said the firm sued Delta but gave no details.", "gave", None),
    ("Berg said the firm sued Delta but did not pay the fine.", "pay", "Berg"),
    (
        "Norway will lend Kenya a ship to meet its own and foreign energy demand, Kenyan Oil and Mines Minister "
        "Maria Lund said today in a statement.",
        "lend",
        "Maria Lund",
    ),
]

# What the parser or the rules still read wrongly, with what is right.
MISSES: list[tuple[str, str, str | None]] = [
    ("Delta fired 50 people - Lund", "fired", "Lund"),
    ("Delta fired 50 people: Lund", "fired", "Lund"),
    ("Police: Gang attacked bank", "attacked", "Police"),
    ('"Delta fired 50 people" was how Maria Lund put it.', "fired", "Maria Lund"),
    ("Maria Lund sent a letter to Oslo accusing Delta of attacking its rivals.", "attacking", "Maria Lund"),
]


@pytest.fixture(scope="module")
def lexicon() -> TruthLexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder()


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        *(pytest.param(*row, id=f"{row[0]} [{row[1]}]") for row in (*ROWS, *NEWSROOM_ROWS)),
        *(pytest.param(*row, id=f"{row[0]} [{row[1]}]", marks=pytest.mark.xfail(strict=True)) for row in MISSES),
    ],
)
def test_source(
    language: LanguageModel, finder: ActorFinder, lexicon: TruthLexicon, text: str, trigger: str, expected: str | None
) -> None:
    parse = next(iter(language.pipe([text])))
    syntax = analyse(parse)
    cast = finder.find(Article("a", "a.txt", text), syntax)
    source = sources(syntax, cast, lexicon).source(max(i for i, w in enumerate(parse.words) if w == trigger))
    assert (source.actor_name if source else None) == expected


def test_a_statement_speaks_for_who_issued_it(
    language: LanguageModel, finder: ActorFinder, lexicon: TruthLexicon
) -> None:
    text = "In a statement, Nokia said it was sorry. “We will pay the fine,” the statement added."
    parse = next(iter(language.pipe([text])))
    syntax = analyse(parse)
    cast = finder.find(Article("a", "a.txt", text), syntax)
    source = sources(syntax, cast, lexicon).source(parse.words.index("pay"))
    assert source is not None
    assert source.actor_name == "Nokia"
    assert source.mention is not None
    assert text[source.mention.start : source.mention.end] == "Nokia"
