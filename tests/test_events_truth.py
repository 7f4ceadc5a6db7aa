"""Truth: (sentence, trigger, polarity, factuality), one table a phenomenon."""

from __future__ import annotations

import pytest

from pipeline.events.lexicon import TruthLexicon, load_lexicon
from pipeline.events.truth import judge
from pipeline.syntax import LanguageModel, analyse

Row = tuple[str, str, str]  # sentence, trigger, "[not] factuality"

NEGATION: list[Row] = [
    ("The company did not answer the court.", "answer", "not asserted"),
    ("The senator never met the ambassador.", "met", "not asserted"),
    ("Nobody attacked the convoy.", "attacked", "not asserted"),
    ("No one was arrested in Lagos.", "arrested", "not asserted"),
    ("Neither company signed the agreement.", "signed", "not asserted"),
    ("The ministry has not approved the sale.", "approved", "not asserted"),
    ("The bank didn't respond to the complaint.", "respond", "not asserted"),
    ("The airline no longer supports the plan.", "supports", "not asserted"),
    ("The general hardly praised his rivals.", "praised", "not asserted"),
    ("Police could not arrest the suspect.", "arrest", "not asserted"),
    ("The army did not launch an attack on the village.", "attack", "not asserted"),
    ("There was no response from the ministry.", "response", "not asserted"),
    ("The firm made no comment on the raid.", "comment", "not asserted"),
    ("The two sides held no talks in Geneva.", "talks", "not asserted"),
    ("The court not only fined the bank but also jailed its director.", "fined", "asserted"),
    ("The police did not meet or question the witness.", "question", "not asserted"),
    ("The bank has yet to respond to the regulator.", "respond", "not asserted"),
    ("Police blocked the road without warning the villagers.", "warning", "not asserted"),
    ("Without consulting parliament, the president dismissed the minister.", "consulting", "not asserted"),
    ("Instead of attacking the town, the rebels withdrew.", "attacking", "not asserted"),
    ("The lack of cooperation from the firm angered the judge.", "cooperation", "not asserted"),
    ("The absence of talks worried the mediators.", "talks", "not asserted"),
    ("Not all of the protesters were arrested.", "arrested", "asserted"),
    ("Not once did the firm answer the letter.", "answer", "not asserted"),
    ("The mayor would not comment on the arrest.", "comment", "not asserted"),
    ("The state froze the account, only to release it a day later.", "release", "asserted"),
]

IMPLICATIVES: list[Row] = [
    ("The company refused to cooperate with the inquiry.", "cooperate", "not asserted"),
    ("The company refused to cooperate with the inquiry.", "refused", "asserted"),
    ("The minister failed to respond to the letter.", "respond", "not asserted"),
    ("The minister did not fail to respond to the letter.", "respond", "asserted"),
    ("The rebels managed to seize the airport.", "seize", "asserted"),
    ("The rebels did not manage to seize the airport.", "seize", "not asserted"),
    ("The bank declined to comment on the fine.", "comment", "not asserted"),
    ("The mayor avoided criticising the police.", "criticising", "not asserted"),
    ("The union stopped short of calling a strike.", "calling", "not asserted"),
    ("Norway refrained from condemning the raid.", "condemning", "not asserted"),
    ("Police prevented the protesters from entering the square.", "entering", "not asserted"),
    ("The court barred the senator from leaving the country.", "leaving", "not planned"),
    ("The state stopped supplying gas to the factory.", "supplying", "not asserted"),
    ("The editor was forced to resign.", "resign", "asserted"),
    ("The board did not force the editor to resign.", "resign", "hypothetical"),
    ("The president had to cancel the visit.", "cancel", "asserted"),
    ("The team was able to rescue the sailors.", "rescue", "asserted"),
    ("The team was unable to rescue the sailors.", "rescue", "not asserted"),
    ("The judge forgot to sign the order.", "sign", "not asserted"),
    ("The company began to withdraw its workers.", "withdraw", "asserted"),
    ("The navy continued shelling the coast.", "shelling", "asserted"),
    ("Critics condemned the failure of the state to protect witnesses.", "protect", "not asserted"),
    ("The firm's refusal to pay the fine surprised the court.", "pay", "not asserted"),
    ("The firm's inability to deliver the vaccine hurt its shares.", "deliver", "not asserted"),
    ("Brazil cancelled a visit to Peru.", "visit", "not asserted"),
    ("The guards foiled an attack on the embassy.", "attack", "not asserted"),
    ("Lawmakers voted against approving the deal.", "approving", "not asserted"),
    ("The cancelled visit to Peru cost the ministry money.", "visit", "not asserted"),
    ("The failed coup shook the country.", "coup", "not asserted"),
]

REPORTED: list[Row] = [
    ("Police said the man attacked two women.", "attacked", "reported"),
    ("Police said the man attacked two women.", "said", "asserted"),
    ("The agency announced that it had fined the bank.", "fined", "reported"),
    ("The crowd reportedly attacked the embassy.", "attacked", "reported"),
    ("According to the army, rebels killed five soldiers.", "killed", "reported"),
    ("Rebels killed five soldiers, according to the army.", "killed", "reported"),
    ("Rebels killed five soldiers, the army said.", "killed", "reported"),
    ("“We sued the ministry,” said Anna Berg.", "sued", "reported"),
    ("The mayor denied taking bribes.", "taking", "not reported"),
    ("The army denied that it had bombed the hospital.", "bombed", "not reported"),
    ("Iran denied involvement in the attack on the tanker.", "involvement", "not reported"),
    ("Prosecutors accused the mayor of taking bribes.", "taking", "reported"),
    ("The minister is said to have threatened the editor.", "threatened", "reported"),
    ("The general claims to have defeated the rebels.", "defeated", "reported"),
    ("The claim that Spain had blocked the site was wrong.", "blocked", "reported"),
    ("Kenya believes that the company bribed officials.", "bribed", "reported"),
    ("The alleged attack took place in May.", "attack", "reported"),
    ("The lawyer insisted his client never threatened the witness.", "threatened", "not reported"),
    ("The minister did not say whether Peru had expelled the envoy.", "expelled", "possible"),
    ("Witnesses told reporters the soldiers burned the village.", "burned", "reported"),
    ("The report alleges that the firm bribed two judges.", "bribed", "reported"),
    ("The company is accused of hacking its rival.", "hacking", "reported"),
    ("He admitted stealing the documents.", "stealing", "reported"),
]

FACTIVE: list[Row] = [
    ("The minister regretted that police had arrested the reporter.", "arrested", "asserted"),
    ("Peru condemned the attack on the embassy.", "attack", "asserted"),
    ("Peru will condemn the attack on the embassy.", "attack", "asserted"),
    ("Peru did not condemn the attack on the embassy.", "attack", "asserted"),
    ("The editor was jailed for insulting the king.", "insulting", "asserted"),
    ("The mayor thanked the firemen for rescuing the child.", "rescuing", "asserted"),
    ("The envoy left after the army bombed the port.", "bombed", "asserted"),
    ("The envoy may leave because the army bombed the port.", "bombed", "asserted"),
    ("The bank, which fined its own director, may sue the state.", "fined", "asserted"),
    ("Although the court fined the bank, the state will appeal.", "fined", "asserted"),
    ("The minister will meet the widow of the soldier who was killed.", "killed", "asserted"),
    ("The bank said it had sold the ships to Damsky, whom the court convicted in May.", "convicted", "asserted"),
    ("The minister said he had met the union and denied the charge.", "denied", "asserted"),
    ("The rebels refused to leave the town and threatened the envoy.", "threatened", "asserted"),
    ("Ghana ordered the envoy to leave hours after the reporter was sentenced.", "sentenced", "asserted"),
    ("The company is aware that the regulator fined its rival.", "fined", "asserted"),
]

PLANNED: list[Row] = [
    ("Turkey will send troops to the border.", "send", "planned"),
    ("Turkey will not send troops to the border.", "send", "not planned"),
    ("The minister said his department would contact the platform.", "contact", "planned"),
    ("The company plans to sue the regulator.", "sue", "planned"),
    ("The court ordered the bank to pay the fine.", "pay", "planned"),
    ("The court ordered the bank to pay the fine.", "ordered", "asserted"),
    ("The judge ordered the blocking of the site.", "blocking", "planned"),
    ("The two countries agreed to cooperate on security.", "cooperate", "planned"),
    ("The union promised to end the strike.", "end", "planned"),
    ("The platform is ready to fight piracy.", "fight", "planned"),
    ("The platform is not ready to fight piracy.", "fight", "not planned"),
    ("The army is preparing to attack the town.", "attack", "planned"),
    ("Ford to cut 500 jobs in Ohio", "cut", "planned"),
    ("The regulator is set to approve the merger.", "approve", "planned"),
    ("The firm is expected to announce layoffs.", "announce", "planned"),
    ("The president is going to visit Oslo.", "visit", "planned"),
    ("The president is about to resign.", "resign", "planned"),
    ("The planned visit to Oslo was discussed.", "visit", "planned"),
    ("Talks between Iran and Iraq will begin on Monday.", "Talks", "planned"),
    ("The government asked the platform to remove the videos.", "remove", "planned"),
    ("Greece invited Turkey to join the talks.", "join", "planned"),
    ("The decision to expel the envoy angered Moscow.", "expel", "planned"),
    ("The order to block the site was issued on Friday.", "block", "planned"),
    ("The company vowed to appeal the verdict.", "appeal", "planned"),
    ("The rebels will release the hostages and withdraw from the town.", "withdraw", "planned"),
    ("The airline announced job cuts.", "cuts", "planned"),
    ("The court postponed the trial of the editor.", "trial", "planned"),
    ("The ministers will hold a meeting in Rome.", "meeting", "planned"),
    ("The union called for a boycott of the bank.", "boycott", "planned"),
]

POSSIBLE: list[Row] = [
    ("The regulator may block the app.", "block", "possible"),
    ("The regulator might fine the bank.", "fine", "possible"),
    ("The regulator could suspend the licence.", "suspend", "possible"),
    ("The court is considering whether to ban the party.", "ban", "possible"),
    ("The agency is considering action against the platform.", "action", "possible"),
    ("The union threatened to strike.", "strike", "possible"),
    ("The state threatened the platform with a fine.", "fine", "possible"),
    ("The threat of a strike worried the airline.", "strike", "possible"),
    ("Perhaps the army attacked the convoy.", "attacked", "possible"),
    ("The minister is likely to resign.", "resign", "possible"),
    ("The minister is unlikely to resign.", "resign", "not possible"),
    ("Is France planning a boycott?", "planning", "possible"),
    ("The minister warned that the state would block the app.", "block", "possible"),
    ("The possible sale of the bank was discussed.", "sale", "possible"),
    ("The law allows police to search homes.", "search", "possible"),
    ("The possibility of a strike remains.", "strike", "possible"),
    ("The company seems to support the ban.", "support", "possible"),
    ("Doctors fear that the army will attack the hospital.", "attack", "possible"),
    ("The proposed merger was criticised.", "merger", "possible"),
    ("The board doubts that the state will approve the sale.", "approve", "possible"),
]

CONDITIONAL: list[Row] = [
    ("If the firm fails to pay, the state will seize its ships.", "seize", "conditional"),
    ("If the firm refuses to pay, the state will seize its ships.", "refuses", "conditional"),
    ("The union will strike unless the firm raises wages.", "strike", "conditional"),
    ("The union will strike unless the firm raises wages.", "raises", "conditional"),
    ("The union threatened to strike if talks collapse.", "strike", "conditional"),
    ("The state will appeal even if the court fines the bank.", "appeal", "planned"),
    ("The envoy would leave if the king expelled him.", "leave", "conditional"),
    ("Had the firm paid the fine, the state would have returned the ships.", "paid", "not conditional"),
    ("If the firm had paid the fine, the state would have returned the ships.", "paid", "not conditional"),
    ("Come to the talks or face a boycott.", "face", "conditional"),
    ("In case of an attack, the guards close the gate.", "attack", "conditional"),
]

HYPOTHETICAL: list[Row] = [
    ("The police blocked the site to curb piracy.", "curb", "hypothetical"),
    ("The police blocked the site in order to protect users.", "protect", "hypothetical"),
    ("The ministers want to expand the agreement.", "expand", "hypothetical"),
    ("The minister hopes that other platforms will fight piracy.", "fight", "hypothetical"),
    ("The firm should compensate the victims.", "compensate", "hypothetical"),
    ("The state must release the prisoners.", "release", "hypothetical"),
    ("The law requires the cooperation of the platforms.", "cooperation", "hypothetical"),
    ("The firm needs to answer the complaint.", "answer", "hypothetical"),
    ("The police tried to arrest the suspect.", "arrest", "hypothetical"),
    ("The firm made an attempt to contact the police.", "contact", "hypothetical"),
    ("A ban would hurt the company.", "hurt", "hypothetical"),
    ("Release the prisoners now.", "Release", "hypothetical"),
    ("The army will block the road to stop the convoy.", "stop", "planned"),
    ("The union does not want to boycott the vote.", "boycott", "not hypothetical"),
]

ASSERTED: list[Row] = [
    ("The army attacked the town on Friday.", "attacked", "asserted"),
    ("Serbia was given an ultimatum by Austria.", "ultimatum", "asserted"),
    ("What followed was a meeting between the minister and the bishop.", "meeting", "asserted"),
    ("The platform received criticism from the regulator.", "criticism", "asserted"),
    ("Police arrest two men in Lyon", "arrest", "asserted"),
    ("The company has blocked the account.", "blocked", "asserted"),
    ("The ministry is investigating the bank.", "investigating", "asserted"),
    ("Talks began in Vienna.", "Talks", "asserted"),
    ("The company would like to thank the firemen.", "thank", "asserted"),
    ("She was the first woman to lead the bank.", "lead", "asserted"),
    ("The failed talks embarrassed the mediator.", "talks", "asserted"),
    ("The ministry denied the allegations.", "allegations", "asserted"),
    ("The minister resigned, citing criticism from the press.", "citing", "asserted"),
]

TABLES = {
    "negation": NEGATION,
    "implicatives": IMPLICATIVES,
    "reported": REPORTED,
    "factive": FACTIVE,
    "planned": PLANNED,
    "possible": POSSIBLE,
    "conditional": CONDITIONAL,
    "hypothetical": HYPOTHETICAL,
    "asserted": ASSERTED,
}
MISSES: set[tuple[str, str]] = set()


@pytest.fixture(scope="module")
def lexicon() -> TruthLexicon:
    return load_lexicon()


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        pytest.param(*row, id=f"{name}: {row[0]} [{row[1]}]", marks=[pytest.mark.xfail] if row[:2] in MISSES else [])
        for name, rows in TABLES.items()
        for row in rows
    ],
)
def test_truth(language: LanguageModel, lexicon: TruthLexicon, sentence: str, trigger: str, expected: str) -> None:
    parse = next(iter(language.pipe([sentence])))
    truth = judge(analyse(parse), parse.words.index(trigger), lexicon=lexicon)
    assert ("not " if truth.polarity == "negative" else "") + truth.factuality == expected


def test_the_tables_are_broad() -> None:
    assert sum(len(rows) for rows in TABLES.values()) >= 150
