"""Closed lists of verbs, adjectives and function words that decide how clauses share their arguments.

Compiled from general knowledge of English grammar (control and raising verbs, light verbs, verbs of saying).
"""

from __future__ import annotations

from typing import Final

from pipeline.syntax.predicates import Relation


def words(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


# The object of these acts in the infinitive: "ordered Apple to pay". Most verbs with object and infinitive do.
OBJECT_CONTROL: Final = words(
    """
    advise allow appoint ask assign assist authorise authorize beg bribe cause challenge choose coerce command
    commission compel condemn convince direct drive elect employ empower enable encourage entitle entreat forbid
    force get hire implore impel incite induce influence inspire instruct invite lead license motivate mandate
    nominate notify oblige order permit persuade petition press pressure prod program prompt provoke pressurise
    pressurize push recommend remind request require sanction select sentence summon teach tell tempt train
    trust urge warn help prepare
    """
)
# With these the subject acts even though there is an object: "promised voters to resign".
SUBJECT_CONTROL: Final = words("promise vow pledge threaten swear guarantee use take need spend")
# Gerund after object and preposition belongs to the object: "accused X of lying", "stopped X from leaving".
OBJECT_OF_GERUND: Final = words(
    """
    accuse acquit arrest bar ban quote cite describe blame block charge chastise condemn commend congratulate
    convict criticise criticize deter detain discourage dissuade exclude fault fine forgive hinder honour honor
    indict impeach investigate jail imprison keep penalise penalize praise prevent prohibit prosecute punish
    rebuke reprimand restrain sanction save scold sentence stop sue suspect suspend talk thank trick try warn
    sack dismiss fire coax slam blast
    """
)
# Nouns under these verbs keep their own meaning and take the verb's subject as their agent: "issued an order".
LIGHT_VERBS: Final = words(
    """
    announce bring carry commit conduct deal deliver demonstrate do engage enter exchange express extend file
    forge form get give grant hand have hold impose initiate issue launch lay level levy lodge make mount offer
    open pass pay perform place plan play pose press propose provide publish put raise reach reiterate release
    register resume send serve set show sign stage start strike submit table take undertake utter voice wage
    post report continue begin finalise finalize agree stress conclude organise organize convene host abandon
    drop deny withdraw repeat renew suspend cancel postpone end halt complete pursue attempt try consider step
    ramp
    """
)
# Under these the verb's subject undergoes what the noun names: "received criticism", "suffered an attack".
UNDERGOING_VERBS: Final = words(
    """
    receive suffer undergo face draw attract sustain get incur meet encounter experience endure win earn fear
    await survive escape avoid elicit
    """
)
UNDERGOING_PREPOSITIONS: Final = words("under")
# Verbs of saying that introduce what is said; with quotations and reporting clauses.
REPORTING: Final = words(
    """
    say add tell state note explain report claim argue announce reply respond answer ask write insist warn
    declare comment continue conclude stress emphasise emphasize remark observe suggest admit acknowledge
    concede confirm deny allege assert maintain contend complain recall reveal predict promise vow pledge urge
    quip joke tweet post blog testify describe call demand order shout yell scream whisper cry exclaim muse read
    caution caption lament counter retort recount reiterate repeat affirm reaffirm inform believe think hope
    fear boast disclose estimate express highlight indicate opine plead point proclaim propose quote signal
    speculate speak swear accuse criticise criticize condemn praise elaborate echo begin agree interject mention
    pronounce rule summarise summarize term dub label brand cite tease
    """
)
# Of those, the ones that are enough for a quotation beside them without an inverted or closing clause.
SAYING: Final = words(
    """
    say add tell state note explain report claim argue announce reply respond answer ask write insist warn
    declare comment continue conclude stress emphasise emphasize remark observe suggest admit acknowledge
    concede confirm allege assert maintain contend complain recall reveal predict promise vow quip joke tweet
    post testify shout yell scream whisper exclaim muse caution lament counter retort recount reiterate repeat
    affirm boast opine proclaim speculate urge believe agree elaborate interject
    """
)
# Subject of the infinitive is the expletive's or nobody's: "it is hard to say".
TOUGH_ADJECTIVES: Final = words(
    """
    hard easy difficult tough impossible possible important necessary useful safe dangerous essential vital
    crucial advisable better best good wise unwise illegal legal unlawful interesting nice great sad clear
    unclear likely common
    """
)
EXPLETIVE_VERBS: Final = words(
    "be seem appear emerge turn happen say believe report expect hope think understand know decide allege"
)
INTRANSITIVE: Final = words(
    """
    go come arrive depart die fall rise happen occur appear emerge exist sleep sit stand stay remain live walk
    run travel return work agree disagree cooperate collaborate compete comply protest resign retire rally march
    gather meet vote speak talk lie wait rebel react respond reply insist care struggle clash collide crash
    collapse decline increase decrease surge soar plunge plummet slump drop grow shrink flee escape surrender
    retreat withdraw step fight succeed fail land fly sail explode erupt burst end begin start continue stop
    """
)
# Subject of these changes state or place without acting: it undergoes ("prices fell", "the bank collapsed").
UNACCUSATIVE: Final = words(
    """
    collapse fall rise drop decline increase decrease grow shrink surge soar plunge plummet slump crash die
    explode occur happen arise erupt disappear vanish sink burn break melt burst deteriorate improve worsen
    expire begin end start stop close open emerge appear exist remain dwindle rebound recover slow evaporate
    halve double triple
    """
)
MARKER_RELATIONS: Final[dict[str, Relation]] = {
    "if": "condition",
    "unless": "condition",
    "provided": "condition",
    "providing": "condition",
    "lest": "condition",
    "otherwise": "condition",
    "assuming": "condition",
    "whether": "condition",
    "in case": "condition",
    "after": "time",
    "before": "time",
    "when": "time",
    "whenever": "time",
    "until": "time",
    "till": "time",
    "once": "time",
    "as": "time",
    "upon": "time",
    "on": "time",
    "during": "time",
    "following": "time",
    "since": "time",
    "by the time": "time",
    "because": "cause",
    "given": "cause",
    "because of": "cause",
    "due to": "cause",
    "for": "cause",
    "over": "cause",
    "although": "concession",
    "though": "concession",
    "while": "concession",
    "whilst": "concession",
    "whereas": "concession",
    "despite": "concession",
    "even if": "condition",
    "in spite of": "concession",
    "so that": "purpose",
    "so": "purpose",
    "in order": "purpose",
    "by": "manner",
    "without": "manner",
    "through": "manner",
    "instead of": "manner",
    "rather than": "manner",
    "besides": "manner",
    "in addition to": "manner",
    "like": "manner",
    "than": "manner",
    "as if": "manner",
    "as though": "manner",
}
FUTURE_MODALS: Final = words("will shall 'll wo")
NEGATIVES: Final = words("not n't n’t never no nobody none nothing neither nor nowhere hardly scarcely barely no-one")
PARTICLES: Final = words(
    "up out off down away back over on in through together apart aside forward around along about under ahead by across"
)
# Nouns that only measure: in "thousands of people" the people act.
TRANSPARENT: Final = words(
    """
    thousand hundred dozen million billion score lot plenty number majority minority couple handful bulk rest
    most some many few several all both one two three four five six seven eight nine ten half part any none each
    either neither scores hundreds thousands dozens millions tens lots total pair bunch quarter third kind sort
    type
    """
)
# Verbs after which an infinitive at a distance tells the purpose: "took to the streets to protest".
PURPOSE_GOVERNORS: Final = words(
    """
    take go come travel gather meet return fly run rush march rally visit use stop stay arrive turn work act
    send deploy hold pay buy sell raise spend build create launch introduce sign pass develop design
    """
)
# Nouns whose infinitive is done by who gets them: "gave X permission to leave".
RECIPIENT_ACTS: Final = words(
    """
    order command instruction permission invitation request chance opportunity right power authority licence
    license mandate warning ultimatum deadline demand recommendation advice contract ability incentive directive
    """
)
# With an object and an infinitive, these wish or see the object act: "want him to resign".
# What is given to somebody who is then to act: "gave the firm *30 days* to reply".
TERMS: Final = words("day week month hour year minute chance opportunity time deadline")
WISHING: Final = words(
    "want like wish expect need prefer intend mean hate love believe consider know see hear watch feel find keep call"
)
# The infinitive belongs to the object of the preposition: "called on the government to resign".
PREPOSITIONAL_CONTROL: Final[dict[str, tuple[str, ...]]] = {
    "call": ("on", "upon"),
    "appeal": ("to",),
    "plead": ("with",),
    "rely": ("on", "upon"),
    "count": ("on",),
    "depend": ("on",),
    "wait": ("for",),
    "arrange": ("for",),
    "lean": ("on",),
    "prevail": ("on", "upon"),
    "push": ("for",),
    "press": ("for",),
    "campaign": ("for",),
}
# Verbs whose sum of money is not what they are done to: "fined Apple $10 million".
FINING: Final = words("fine charge tax bill dock cost penalise penalize overcharge")
# Nouns whose for-phrase is what their verb has for an object: "an order for ten ships" as "ordered ten ships".
# Verbs that say of whom they are true with a preposition of their own, which never belongs to the noun before.
SELECTED: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(words("accuse suspect convict acquit deprive rob warn remind notify inform"), words("of")),
    **dict.fromkeys(
        words(
            """
            criticise criticize blame praise thank fine punish condemn rebuke reprimand sue arrest jail fault penalise
            penalize prosecute sanction censure berate chide applaud commend congratulate attack investigate
            """
        ),
        words("for over"),
    ),
    **dict.fromkeys(words("charge threaten"), words("with")),
    **dict.fromkeys(words("ban bar prevent stop block exclude expel"), words("from")),
}
SELECTABLE: Final = frozenset(word for found in SELECTED.values() for word in found)

# Meetings of people, in which whoever the sentence is about took part: "said after talks with X".
ENCOUNTERS: Final = words("visit trip tour meeting talk talks call conversation discussion summit audience")
# Only people and bodies do these.
AGENTIVE: Final = REPORTING | words("threaten vow refuse demand urge promise pledge agree apologise apologize plan")

WANTING: Final = words(
    """
    order request demand plan offer bid option need search hunt quest call appeal petition replacement
    substitute wish desire preference application bidding contract tender proposal
    """
)
COMPLEX_PREPOSITIONS: Final[dict[tuple[str, str], str]] = {
    ("in", "response"): "to",
    ("in", "addition"): "to",
    ("in", "reaction"): "to",
    ("in", "favour"): "of",
    ("in", "favor"): "of",
    ("in", "front"): "of",
    ("in", "support"): "of",
    ("in", "charge"): "of",
    ("in", "case"): "of",
    ("in", "light"): "of",
    ("in", "view"): "of",
    ("in", "violation"): "of",
    ("in", "breach"): "of",
    ("in", "defiance"): "of",
    ("in", "exchange"): "for",
    ("in", "return"): "for",
    ("in", "retaliation"): "for",
    ("in", "connection"): "with",
    ("in", "cooperation"): "with",
    ("in", "talks"): "with",
    ("in", "line"): "with",
    ("on", "behalf"): "of",
    ("on", "suspicion"): "of",
    ("on", "charges"): "of",
    ("at", "hands"): "of",
    ("with", "help"): "of",
    ("with", "respect"): "to",
    ("with", "regard"): "to",
    ("by", "means"): "of",
    ("as", "part"): "of",
    ("as", "result"): "of",
    ("under", "pressure"): "from",
}
AUXILIARY_LEMMAS: Final[dict[str, str]] = {
    **dict.fromkeys(("am", "is", "are", "was", "were", "been", "being", "'m", "’m", "'re", "’re", "'s", "’s"), "be"),
    **dict.fromkeys(("has", "had", "having", "'ve", "’ve"), "have"),
    **dict.fromkeys(("does", "did", "doing"), "do"),
    **dict.fromkeys(("gets", "got", "gotten", "getting"), "get"),
    **dict.fromkeys(("'ll", "’ll", "wo"), "will"),
    **dict.fromkeys(("'d", "’d"), "would"),
    "ca": "can",
    "sha": "shall",
}
# Verbs with two objects, of which a bare name may be the receiver: "gave Ukraine weapons".
GIVING: Final = words("give grant award lend offer hand promise send deny guarantee")
# Things that someone makes: "a report by the commission" is theirs, even under a passive.
CREATIONS: Final = words(
    """
    report book film movie song album article letter paper poll video image picture painting novel play essay
    column editorial documentary series programme program design plan proposal bill law research study survey
    statement work version model system speech address post message tweet photograph photo portrait story game
    """
)
# Verbs of headlines, without their ending, that are also nouns in the plural: "Court orders Google to pay".
HEADLINE_STEMS: Final = words(
    """
    accuse aid aim air alarm answer appeal approach arm arrest attack award axe back balk ban bar bargain battle
    bid bill blame blast block bloc bomb book boost bounce boycott brand brief buy call camp cap cast caution
    censure challenge charge chide cite claim clash clear close comment complain condemn counter court cover
    crack crash curb cut dare deal debate defeat defend delay demand deny deploy detail dismiss drop ease end
    extend eye face fall fear fight file find fine fire float force free fuel gain grant greet guard guide halt
    hand hang head help hike hint hit hold hope host hunt impose jail join kill label launch lead leave lift
    limit link list lock lose mark meet mock mourn move name near need nominate note offer open oppose order
    oust outlaw pardon pass pay permit place plan pledge plot poll post praise press probe process promise
    protest pull punish purge push question quit raid raise rally reject release report request rescue resign
    return review revise risk rule run sack sanction say scrap search see seek seize sell send sentence set
    share shell shoot show shut sign signal slam slow spark split stage start stop strike struggle study sue
    support surge suspend swap talk target tax tell test threaten top tour trade trap trial urge use veto view
    visit vote vow walk want warn waste watch weigh welcome win withdraw work
    """
)
# Lemmas the model's rules get wrong, with the verb that is meant.
VERB_LEMMAS: Final[dict[str, str]] = {
    "fin": "fine", "su": "sue", "bann": "ban", "jailer": "jail", "de": "die", "hop": "hope"
}  # fmt: skip
# Everyday verbs beside those of the lists above, to tell words from names in headings.
COMMON_VERBS: Final = words(
    """
    abandon absorb accelerate accept access accompany achieve acquire adapt add adopt advertise affect afford
    allege allocate alter amend amount analyse analyze apologise apologize appease apply appoint appreciate
    approve arrange arrive assemble assert assess assume attach attain attend avert avoid await awaken baffle
    bait banish barter beat become befriend beg behave believe belong bend benefit betray bind bite bleed bless
    blow boil bolster borrow bow brace bring broadcast broaden broker browse build bully burn bury bypass
    calculate calm cancel capitulate capture care carry catch celebrate censor cement change chase chat cheat
    cheer cherish chop circulate clamp clarify clean climb cling clinch clone coerce collapse collect combat
    combine come commence commit communicate compare compensate compete compile complete comply compose
    compromise compute conceal concern conclude condone confess confine confirm confiscate confront confuse
    congratulate connect conquer consider consist consolidate constitute consult consume contact contain
    contemplate contest contract contradict contribute convene convert convey convict cook cool cooperate cope
    copy correct cost count crack crawl create criminalise criminalize cripple criticise criticize cross crush
    cultivate curtail cycle dance deal debunk decide decline decrease dedicate deem deepen defeat defer define
    defuse degrade delete deliver depart depend depict deploy derail describe deserve design desire destroy
    detain deter deteriorate determine devastate develop devise devote die dig dim dip disable disagree
    disappear disappoint disarm disband discard discharge disclose discover discuss disguise dismantle dispatch
    disperse display dispose dispute disrupt dissolve distance distinguish distort distribute divert divide
    divorce dodge dominate donate double doubt downgrade downplay draft drag drain drape draw drift drill drink
    drive drown dry duck dump earn eat echo edit educate elevate eliminate elude embark embarrass embrace emerge
    emigrate emit employ empty enact encounter endanger endorse endure enforce engage enhance enjoy enlist
    enrage enrich ensure enter entertain envy equip eradicate erase erect erode erupt escalate escape establish
    estimate evacuate evade evaluate evict evolve exacerbate exaggerate examine exceed excel exchange execute
    exempt exhaust exhibit exhume exist exit exonerate expand expect expel experience expire explain explode
    exploit explore export expose express extort extract extradite fabricate facilitate fade fake falter favor
    favour feature feed feel fetch fill fix flag flare flatten flaunt flee flock flood flop flourish flout flow
    fluctuate fly foil follow forbid foresee forge forget forgive form foster frustrate fulfil fulfill function
    fund furnish gamble gather gauge generate get give glean glimpse go govern grab grapple grill grind grip
    grow grumble guess hack halve hammer handle happen harass harbour harden harm harness hasten hate haul haunt
    have heal heap hear heat heighten hide hinder hire honor honour hover hug humiliate hurl hurry hurt identify
    ignite ignore illustrate imagine implement imply import improve inaugurate include incorporate increase
    incur inflate inflict inform inherit initiate inject injure innovate insert insist inspect install instigate
    insult insure integrate intend intensify intercept interfere interpret interrupt intervene interview
    intimidate introduce invade invent invest investigate invite invoke involve isolate jeopardise jeopardize
    jump justify kick kidnap knock know lack lag land laud laugh launder lay leak lean leap learn legalise
    legalize lengthen lessen level liberate license lie light like linger liquidate listen live load loan lobby
    locate log loom loosen loot lower lure maintain make manage manipulate manufacture march mar market marry
    massacre master match matter mature mean measure mediate melt merge migrate mind mine mingle minimise
    minimize mislead miss mistake mix mobilise mobilize modernise modernize modify monitor motivate mount muddle
    multiply murder mute narrow nationalise nationalize navigate negate neglect negotiate nod normalise
    normalize notice nurture obey oblige obscure observe obstruct obtain occupy occur offend omit operate opt
    ordain organise organize orient originate oscillate outlast outline outnumber outpace overcome overhaul
    overlook override overrule oversee overshadow overtake overthrow overturn overwhelm owe own package pack
    paint panic paralyse paralyze park participate partner party patch patrol pause pave penetrate perceive
    perform perish persecute persist persuade pertain phase pick pin pioneer pivot plague plan plant play plead
    please plummet plunge point poison pollute ponder pop portray possess postpone pour practise pray preach
    precede predict prefer prepare present preserve preside presume pretend prevail prevent price print
    prioritise prioritize privatise privatize proceed procure produce profit prohibit project prolong promote
    prop propel prosecute prosper protect prove provide provoke publicise publicize publish pump purchase pursue
    qualify quadruple quarantine quell question quiz quote rain rally ramp rank ratify rattle ravage reach react
    read realise realize reap reassess reassure rebound rebuild recall recede receive recession reckon reclaim
    recognise recognize reconcile reconsider reconstruct recover recruit recycle redefine redesign redirect
    reduce reelect refer refine reflect refrain refuel refund refuse refute regain regard register regret
    regroup regulate rehearse reign reimburse reinforce reinstate reiterate relate relax relay relinquish
    relocate rely remain remedy remember remind remove rename render renew renounce renovate rent reopen
    reorganise reorganize repair repatriate repay repeal repel replace replenish reply represent repress
    reprimand reproduce resemble resent reserve reshape reshuffle reside resist resolve resort respect respond
    restart restore restrain restrict restructure resume retain retake retaliate rethink retire retract retreat
    retrieve reunite reuse reveal revel reverse revisit revive revoke revolt reward rewrite ride rip rise rival
    roar rob rock roll rotate round rub ruin rush sabotage sacrifice safeguard sail salute salvage sanction save
    savor scale scan scare scatter scold score scour scramble scrape scream screen scrutinise scrutinize seal
    secure seduce seem segregate select separate serve settle shake shape shatter shed shelter shelve shield
    shift shine ship shock shop shorten shout shred shrink shrug shun shy side sigh silence sing sink sit skip
    slap slash slay sleep slide slip slump smash smear smell smile smoke smuggle snap snatch sneak snub soar
    soften solidify solve soothe sort sound sow span spare speak specify speculate speed spend spill spin split
    spoil sponsor spot spread spring spur spurn spy squander square squeeze stab stabilise stabilize stack stalk
    stall stamp stand standardise standardize starve state stay steal steer stem stick stifle stimulate stir
    stoke storm strain strand streamline strengthen stress stretch strip strive stumble stun submit subpoena
    subscribe subsidise subsidize succeed succumb suck suffer suggest suit summarise summarize summon supervise
    supplement supply suppress surface surpass surrender surround survey survive suspect sustain swallow swamp
    sway swear sweep swell swim swing switch symbolise symbolize sympathise sympathize tackle tamper tap taunt
    teach team tear tease telephone tempt tend terminate terrorise terrorize testify thank thaw think thrive
    throw thwart tick tie tighten tilt tip toast tolerate topple torch torture toss total touch toughen tow
    trace track trail train transcend transfer transform transit translate transmit transport travel treat
    tremble trick trigger trim triple triumph trouble trump trust try tumble tune turn tweak tweet twist uncover
    undercut undergo underline undermine understand undertake undo unearth unfold unify unite unleash unlock
    unravel unseat untangle unveil update upgrade uphold uproot upset usher utilise utilize vacate vaccinate
    validate value vanish vary venture verify vie vilify violate volunteer wage wait wake wane ward warm wash
    waver weaken weaponise weaponize wear weather wed weep weigh whip widen wield wind wipe wire wish withhold
    withstand witness woo word worry worsen worship wound wrap wreck wrestle write yell yield zoom
    """
)
# Verbs that a date can be the object of: "marked July 4", "set October 16 for the vote".
DATED: Final = words(
    "mark celebrate set choose declare spend await commemorate call designate name fix pick remember make"
)
# Nouns that take an infinitive of what is planned, asked or allowed.
INFINITIVE_NOUNS: Final = words(
    """
    ability agreement aim ambition appeal application attempt authority ban bid call campaign chance command
    commitment consent deal decision demand desire determination directive drive effort failure hope inability
    incentive instruction intention invitation law mandate motion move need obligation offer opportunity option
    order pact permission permit plan plea pledge plot policy power pressure promise proposal push readiness
    recommendation refusal reluctance request requirement right scheme seriousness sincerity courage will
    capacity capability intent eagerness struggle suggestion tendency threat ultimatum vote vow warning
    willingness wish
    """
)
# What is received without being harmed: "received complaints", "got aid" make the subject the receiver.
RECEIVED: Final = words(
    """
    complaint appeal aid help assistance support contribution gift grant donation loan payment visit backing
    funding recognition approval endorsement compensation treatment delivery supply shipment training
    """
)
# Nouns that ask another to act: the doer of their infinitive is whom they address, not who speaks.
ADDRESSED: Final = words(
    """
    appeal call command demand directive instruction invitation order plea pressure recommendation request
    ultimatum warning advice petition
    """
)
# Of those, the ones that stop or put off what may be another's act: "ended the work", "cancelled the search".
STOPPING: Final = words("abandon cancel drop end halt postpone suspend")
# Verbs that say a process begins, goes on or stops: those of them who can act take part in it.
ASPECTUAL: Final = words(
    """
    abandon begin cancel complete conclude continue drop end finalise finalize halt initiate open postpone
    pursue register renew repeat resume start suspend consider sustain bring plan
    """
)
# Nouns that tell a time or a measure: no one's names, and never agents.
TIME_WORDS: Final = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow tonight week month year day night morning
    evening afternoon hour minute weekend decade century spring summer autumn winter time percent % point cent
    mile kilometre kilometer metre meter foot inch yard step way part whole half quarter more less
    midnight noon dawn dusk sunset sunrise deadline
    """
)
# Verbs whose of-phrase is the charge: "accused by campaigners of fraud".
CHARGING: Final = words("accuse acquit convict suspect absolve clear")
# Verbs of what two do, or one does to another: the party after "with" or "against" is theirs, far as it may stand.
COUNTERPARTS: Final[dict[str, frozenset[str]]] = {
    "with": words(
        """
        conclude coordinate debate discuss exchange file finalise finalize hold ink negotiate reach resolve resume
        secure settle share sign swap
        """
    ),
    "against": words(
        "announce approve bring file impose initiate issue launch level lodge make mount open raise stage sustain"
    ),
}
# Nouns by which one moves another to act: "at the request of the mayor", "on the orders of the king".
MOVING: Final = words("request behest invitation insistence urging order instruction")
# Verbs whose subject moves or is moved, and undergoes it: "the plane landed", "the envoy arrived".
MOVING_SUBJECT: Final = words("arrive come depart fly go land leave return sail travel drift move turn escape compete")
# With these the one supplied is the receiver, and what is supplied stands after "with".
SUPPLYING: Final = words("supply provide furnish equip issue present entrust ply")
# What is won, and entitles the winner to act: "won a contract to supply the navy".
PRIZES: Final = words("contract licence license permit mandate tender deal bid")
WINNING: Final = words("win secure receive get land sign clinch gain obtain award hand give defeat beat bid compete")
# Made, meant or sent for what they do themselves: "wings designed to improve stability", "troops sent to guard it".
MADE_TO: Final = words(
    "design intend mean make build use create need require fit set schedule plan send deploy dispatch post"
)
# Verbs whose for-clause says what they ask: "called for the agency to be sold".
CALLING: Final = words(
    "call ask appeal argue beg campaign hope lobby long petition plead pray press push wait wish vote"
)
# In the passive these have a hearer for their subject, never an expletive: "it had been assured (that) ...".
ADDRESSING: Final = words(
    "advise assure convince inform instruct notify order persuade promise reassure remind show teach tell warn"
)
