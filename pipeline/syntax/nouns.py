"""Event nouns: which nouns name an act, the verb each is derived from, and where its arguments stand.

A frame is one letter:

- ``T`` act on something: "the company's acquisition *of X*", "*X* acquisition" (compound, of-phrase: the object)
- ``P`` like T, but a lone possessor undergoes it: "*his* arrest", "the minister's resignation ... *X's* dismissal"
- ``A`` act directed at someone: "attack *on X*", "criticism *of X*", "*police* raid" (a compound that acts: the agent)
- ``I`` act without an object: "the arrival *of X*", "*X's* departure", "*X* flight"
- ``E`` happening without an agent; names before it tell the place: "*Kabul* blast", "*Paris* conference"
- ``S`` mutual act: "meeting *between X and Y*", "talks *with Y*", "*X's* agreement *with Y*"
- ``C`` utterance, attitude or plan, whose content is not an object: "*X's* plan to", "*court* order", "decision *of X*"

The list is written by derivation (verb <-> noun) and by theme; nouns not listed are judged by their suffix
(:func:`event_noun`).
"""

from __future__ import annotations

from typing import Final

from pipeline.syntax.lexicon import words

_T: Final = """
    election:elect tour:tour abolition:abolish absorption:absorb abuse:abuse acceptance:accept
    accumulation:accumulate acquisition:acquire activation:activate adaptation:adapt addition:add
    adjustment:adjust administration: admission:admit adoption:adopt advertisement:advertise advocacy:advocate
    alteration:alter amendment:amend analysis:analyse annexation:annex annulment:annul application:apply
    approval:approve assembly:assemble assessment:assess auction:auction audit:audit authorisation:authorise
    authorization:authorize backing:back ban:ban banning:ban betrayal:betray bidding:bid blockage:block
    blocking:block boycott:boycott breach:breach broadcast:broadcast bribery:bribe building:build burning:burn
    buyback:buy buyout:buy calculation:calculate cancellation:cancel capture:capture celebration:celebrate
    censorship:censor certification:certify closing:close closure:close clearance:clear collection:collect
    commemoration:commemorate comparison:compare compensation:compensate completion:complete concealment:conceal
    condemnation:condemn confirmation:confirm confiscation:confiscate conquest:conquer conservation:conserve
    consideration:consider construction:construct consumption:consume containment:contain control:control
    conversion:convert correction:correct coverage:cover creation:create cultivation:cultivate
    curtailment:curtail cut:cut cutback:cut cutting:cut damage:damage defence:defend defense:defend
    definition:define deforestation:deforest degradation:degrade delay:delay deletion:delete delivery:deliver
    demolition:demolish denial:deny denunciation:denounce depiction:depict deployment:deploy design:design
    destruction:destroy detection:detect detonation:detonate devaluation:devalue development:develop
    diagnosis:diagnose disclosure:disclose discovery:discover disposal:dispose disruption:disrupt
    dissemination:disseminate dissolution:dissolve distribution:distribute division:divide donation:donate
    drafting:draft easing:ease elimination:eliminate employment:employ endorsement:endorse enforcement:enforce
    enlargement:enlarge erosion:erode eradication:eradicate establishment:establish evacuation:evacuate
    evaluation:evaluate examination:examine exclusion:exclude expansion:expand exploitation:exploit
    exploration:explore export:export exposure:expose extension:extend extraction:extract falsification:falsify
    filing:file financing:finance forgery:forge formation:form freeze:freeze fulfilment:fulfil funding:fund
    grab:grab handling:handle hijacking:hijack hacking:hack harvest:harvest hike:hike identification:identify
    implementation:implement import:import imposition:impose improvement:improve inclusion:include
    increase:increase infringement:infringe injection:inject inspection:inspect installation:install
    integration:integrate interception:intercept interpretation:interpret interruption:interrupt
    introduction:introduce invention:invent investigation:investigate isolation:isolate issuance:issue
    jamming:jam justification:justify launch:launch leadership:lead leak:leak leakage:leak legalisation:legalise
    legalization:legalize liberation:liberate lifting:lift liquidation:liquidate loan:loan looting:loot
    loss:lose maintenance:maintain making:make management:manage manipulation:manipulate manufacture:manufacture
    manufacturing:manufacture measurement:measure merger:merge mining:mine misuse:misuse modernisation:modernise
    modernization:modernize modification:modify monitoring:monitor nationalisation:nationalise
    nationalization:nationalize notification:notify observation:observe occupation:occupy opening:open
    operation:operate organisation: overhaul:overhaul overthrow:overthrow ownership:own passage:pass payment:pay
    persecution:persecute placement:place poaching:poach portrayal:portray possession:possess
    postponement:postpone preparation:prepare presentation:present preservation:preserve prevention:prevent
    privatisation:privatise privatization:privatize procurement:procure production:produce prohibition:prohibit
    promotion:promote protection:protect provision:provide publication:publish purchase:purchase pursuit:pursue
    raising:raise ratification:ratify realisation:realise reading:read reassessment:reassess recall:recall
    reconsideration:reconsider reconstruction:reconstruct recovery:recover recruitment:recruit
    redistribution:redistribute reduction:reduce reform:reform refurbishment:refurbish refusal:refuse
    registration:register regulation:regulate reinforcement:reinforce reintroduction:reintroduce
    rejection:reject removal:remove renewal:renew renovation:renovate reopening:reopen repair:repair
    repeal:repeal replacement:replace representation:represent repression:repress reorganisation:reorganise
    reorganization:reorganize rearrangement:rearrange restoration:restore restriction:restrict
    restructuring:restructure resumption:resume revelation:reveal reversal:reverse review:review revision:revise
    rigging:rig rollback:roll rollout:roll ruination:ruin sabotage:sabotage sale:sell sampling:sample
    satisfaction:satisfy scrapping:scrap screening:screen search:search seizure:seize selection:select
    settlement:settle shipment:ship shutdown:shut simplification:simplify smuggling:smuggle spending:spend
    sponsorship:sponsor study:study subsidy:subsidise supervision:supervise supply:supply suppression:suppress
    surveillance:surveil survey:survey suspension:suspend takeover:take takedown:take takeoff: taxation:tax
    test:test testing:test theft:steal torture:torture tracking:track trafficking:traffic transfer:transfer
    transformation:transform translation:translate transmission:transmit transport:transport treatment:treat
    unveiling:unveil upgrade:upgrade usage:use use:use vaccination:vaccinate validation:validate
    verification:verify veto:veto viewing:view vilification:vilify violation:violate withholding:withhold
    writing:write piracy:pirate laundering:launder shortage: purge:purge embargo:embargo blockade:blockade
    siege:besiege bailout:bail lockdown:lock cover-up:cover write-off:write rerun:rerun re-run:rerun
    redesign:redesign rebuild:rebuild rescue:rescue boost:boost share: overview: run:run probe:probe
    inquiry:inquire enquiry:enquire research:research scrutiny:scrutinise relocation:relocate
    """

_P: Final = """
    abduction:abduct acquittal:acquit appointment:appoint apprehension:apprehend arraignment:arraign
    arrest:arrest assassination:assassinate banishment:banish beating:beat beheading:behead bombing:bomb
    burial:bury conviction:convict death:die defeat:defeat demotion:demote deportation:deport deposition:depose
    detainment:detain detention:detain disappearance:disappear dismissal:dismiss displacement:displace
    disqualification:disqualify ejection:eject eviction:evict execution:execute exile:exile
    exoneration:exonerate expulsion:expel extradition:extradite firing:fire funeral:bury hiring:hire
    hospitalisation:hospitalise hospitalization:hospitalize impeachment:impeach imprisonment:imprison
    incarceration:incarcerate inauguration:inaugurate indictment:indict internment:intern jailing:jail
    kidnapping:kidnap killing:kill lynching:lynch massacre:massacre murder:murder naming:name
    nomination:nominate ouster:oust ousting:oust overthrowing:overthrow pardon:pardon poisoning:poison
    prosecution:prosecute rape:rape re-election:re-elect reelection:reelect reinstatement:reinstate
    release:release sacking:sack sentencing:sentence slaughter:slaughter slaying:slay stabbing:stab trial:try
    collapse:collapse crash:crash decline:decline demise:die destruction:destroy downfall:fall drop:drop
    fall:fall failure:fail fate: growth:grow increase:increase jump:jump plunge:plunge rise:rise sinking:sink
    slump:slump surge:surge upturn: downturn: downgrade:downgrade bankruptcy: insolvency: injury:injure
    wounding:wound layoff:lay layoffs:lay rebound:rebound gain:gain
    """

_A: Final = """
    abuse:abuse accusation:accuse advance:advance aggression: airstrike:strike allegation:allege
    ambush:ambush applause:applaud appeal:appeal action:act argument:argue assault:assault
    attack:attack bid:bid blame:blame blow: bombardment:bombard campaign:campaign challenge:challenge
    charge:charge clampdown:clamp complaint:complain contempt: contribution:contribute
    counterattack:counterattack countersuit:countersue crackdown:crack criticism:criticise critique:criticise
    cyberattack:attack dependence:depend discrimination:discriminate encroachment:encroach effort: eulogy:
    fight:fight foray: fraud:defraud focus:focus gift:give grant:grant grip: hack:hack harassment:harass
    hit:hit hostility: impact:impact incursion:incur indifference: influence:influence insult:insult
    interference:interfere interview:interview intervention:intervene intrusion:intrude invasion:invade
    investment:invest lawsuit:sue suit:sue litigation:litigate lobbying:lobby look:look mockery:mock
    objection:object offensive: onslaught: opposition:oppose outcry: outrage: penalty:penalise fine:fine
    pressure:pressure praise:praise protest:protest punishment:punish push:push raid:raid rally:rally
    rebellion:rebel rebuke:rebuke rebuttal:rebut reliance:rely reprimand:reprimand reprisal: reaction:react
    rescue:rescue resistance:resist retaliation:retaliate retribution: revenge: revolt:revolt riot:riot
    sanction:sanction shelling:shell shooting:shoot shot:shoot slander:slander sting: strike:strike
    supervision:supervise surveillance:surveil sympathy:sympathise tax:tax toll: tribute:
    uprising:rise violence: vandalism:vandalise vengeance: war:war warfare: attention:attend inquiry:inquire
    enquiry:enquire crime: offence:offend offense:offend investigation:investigate bombing:bomb mutiny:mutiny
    coup: demonstration:demonstrate mistreatment:mistreat backlash: uproar: walkout: occupation:occupy
    recognition:recognise boycott:boycott curb:curb limit:limit injunction:enjoin ban:ban prosecution:prosecute
    condemnation:condemn endorsement:endorse acclaim:acclaim subpoena:subpoena summons:summon search:search
    hunt:hunt manhunt:
    """

_I: Final = """
    custody:detain appearance:appear absence: act:act action:act activity: addiction: advancement:advance arrival:arrive
    ascent:ascend attendance:attend behaviour:behave behavior:behave birth:bear blast:blast boom:boom
    breakdown:break breakthrough:break breakup:break career: ceremony: change:change comeback:come
    compliance:comply competition:compete conduct:conduct conference: congress: contest:contest crisis: cry:cry
    debut:debut decay:decay departure:depart descent:descend desertion:desert deterioration:deteriorate
    disaster: earthquake: emergence:emerge emigration:emigrate emission:emit entrance:enter entry:enter
    eruption:erupt escape:escape evolution:evolve exercise:exercise existence:exist exit:exit exodus:
    expiry:expire explosion:explode famine: festival: filibuster: fire: flight:fly flood:flood flow:flow
    gathering:gather game:play holiday: immigration:immigrate incident: accident: emergency: innovation:innovate
    insurgency: intention:intend interest: journey:journey landing:land leave: livelihood: manoeuvre:manoeuvre
    maneuver:maneuver march:march migration:migrate mission: mistake:mistake mobilisation:mobilise
    mobilization:mobilize motion:move move:move movement:move outbreak:break outage: participation:participate
    patrol:patrol performance:perform play:play presence: procedure:proceed proceedings:proceed process:
    procession:proceed profit:profit progress:progress project: programme: program: quake: race:race
    rehearsal:rehearse relapse:relapse resignation:resign rest: retirement:retire retreat:retreat return:return
    revolution: service:serve session: show:show shift:shift sit-in: slowdown:slow speech:speak spill:spill
    spread:spread stampede:stampede start:start step:step stop:stop stoppage:stop storm:storm struggle:struggle
    success:succeed suicide: surrender:surrender survival:survive take-off:take thaw:thaw traffic:
    transit:transit travel:travel trip: tragedy: turmoil: turnout: unrest: victory: visit:visit voyage:voyage
    vote:vote voting:vote wait:wait walk:walk warming:warm wave: withdrawal:withdraw work:work wreck:wreck
    effort: earnings:earn revenue: result: event: inflation: recession: hearing:hear failure:fail misconduct:
    obedience:obey pullout:pull pull-out:pull pullback:pull homecoming: stance: setback: outcome: delay:delay
    pollution:pollute starvation:starve congestion: corruption: landslide: hurricane: typhoon: tsunami:
    epidemic: pandemic: breach:breach job: position: problem: issue: trouble: exhibition:exhibit initiative:
    measure: measures: operation:operate operations:operate cost:cost costs:cost expense: debt: deficit:
    surplus: turnover: trading:trade capacity: fault:
    """

_E: Final = """
    accident: blast:blast catastrophe: ceremony: conference: congress: crisis: disaster: earthquake: emergency:
    epidemic: event: explosion:explode famine: festival: fire: flood:flood holiday: hurricane: incident:
    inflation: landslide: outage: pandemic: quake: recession: session: spill:spill stampede:stampede storm:storm
    tragedy: tsunami: turmoil: typhoon: unrest: wave: forum: fair: derailment:derail heatwave: drought:
    shortage: glitch: outbreak:break wildfire: blackout: avalanche: eclipse:
    """

_S: Final = """
    accord: agreement:agree alliance:ally argument:argue armistice: association:associate battle:battle
    brawl:brawl ceasefire: clash:clash collaboration:collaborate collision:collide combat:combat
    communication:communicate compact: compromise:compromise conflict:conflict confrontation:confront
    consultation:consult contact:contact contract:contract conversation:converse cooperation:cooperate
    co-operation:cooperate correspondence:correspond date: deal:deal debate:debate dialogue:
    disagreement:disagree discord: discussion:discuss dispute:dispute divorce:divorce encounter:encounter
    engagement:engage exchange:exchange face-off: feud:feud fighting:fight friendship: handshake: handover:hand
    hostilities: interaction:interact match: marriage:marry meeting:meet negotiation:negotiate pact: parley:
    partnership:partner peace: quarrel:quarrel rapprochement: reconciliation:reconcile relationship: relation:
    relations:relate reunion:reunite rift: rivalry:rival row: skirmish:skirmish split:split stalemate:
    stand-off: standoff: summit: swap:swap talk:talk talks:talk ties: tension: tensions: trade:trade
    transaction:transact treaty: truce: unification:unify venture: war: wedding:wed difference:differ
    joint-venture: call:call chat:chat coalition: showdown: shootout:shoot shoot-out:shoot gunfight: duel:
    squabble:squabble spat: tie-up: understanding:understand union: merger:merge
    """

_C: Final = """
    aid:aid assistance:assist help:help support:support care:care
    acknowledgement:acknowledge acknowledgment:acknowledge address:address admission:admit advice:advise
    ambition: announcement:announce answer:answer apology:apologise appraisal:appraise assertion:assert
    assumption:assume assurance:assure attempt:attempt award:award belief:believe bill: call:call choice:choose
    citation:cite claim:claim command:command comment:comment commentary:comment commitment:commit concern:
    conclusion:conclude confession:confess congratulation:congratulate decision:decide declaration:declare
    decree:decree dedication:dedicate demand:demand denial:deny description:describe desire:desire
    determination:determine directive:direct disclaimer: doubt:doubt dream:dream edict: estimate:estimate
    estimation:estimate excuse:excuse expectation:expect explanation:explain expression:express fear:fear
    finding:find forecast:forecast guarantee:guarantee guidance:guide guideline: hint:hint hope:hope idea:
    indication:indicate injunction:enjoin inspiration:inspire instruction:instruct intent:intend
    intention:intend invitation:invite invite:invite joke:joke judgment:judge judgement:judge lament:lament law:
    legislation:legislate letter: lie:lie mandate:mandate mention:mention message: motion:move news:
    notice:notify oath: offer:offer offering:offer opinion: option:opt order:order petition:petition plan:plan
    planning:plan plea:plead pledge:pledge poll:poll prayer:pray prediction:predict preference:prefer
    projection:project promise:promise pronouncement:pronounce proposal:propose proposition:propose
    provocation:provoke query:query question:question quote:quote quotation:quote readiness:
    reassurance:reassure recommendation:recommend record: reference:refer refusal:refuse regret:regret
    reluctance: remark:remark reminder:remind reply:reply report:report reporting:report request:request
    requirement:require resolution:resolve resolve:resolve response:respond rhetoric: ruling:rule rumour: rumor:
    signal:signal statement:state stipulation:stipulate strategy: suggestion:suggest summary:summarise
    suspicion:suspect tease: testimony:testify theory: thought:think threat:threaten tip: ultimatum: urge:
    verdict: view: vow:vow warning:warn warrant:warrant willingness: wish:wish permission:permit permit:permit
    right: duty: ability: capability: failure:fail inability: chance: opportunity: pressure:pressure
    struggle:struggle battle:battle rush:rush eagerness: tendency:tend move:move bid:bid license:license
    licence:license obligation:oblige need:need policy: agenda: goal: aim:aim objective: target:target vision:
    speculation:speculate perception:perceive prospect: briefing:brief broadcast:broadcast interview:interview
    campaign:campaign sentence:sentence deadline: condition: priority: role: task: responsibility:
    opposition:oppose push:push drive:drive scheme:scheme conspiracy:conspire plot:plot
    """


def _table() -> dict[str, tuple[str, str | None]]:
    table: dict[str, tuple[str, str | None]] = {}
    # The first frame that lists a noun wins, so the narrower frames come first.
    for frame, entries in (("E", _E), ("S", _S), ("P", _P), ("C", _C), ("A", _A), ("I", _I), ("T", _T)):
        for entry in entries.split():
            noun, _, verb = entry.partition(":")
            table.setdefault(noun, (frame, verb or None))
    return table


EVENT_NOUNS: Final = _table()

_SURE_SUFFIXES: Final = ("ation", "ition", "ction", "ption", "ssion", "ision", "usion", "ersion", "ution", "etion")
_NOT_EVENTS: Final = words(
    """
    station nation section fraction fiction location vacation generation population education situation function
    position institution constitution proportion portion dimension pension mansion version television edition
    tradition caution condition religion region million billion passion ration foundation corporation
    organization organisation association federation legislation information communication publication
    occupation profession session mission commission administration delegation constellation civilization
    civilisation notion motion potion emotion intention lotion auction dictionary stationery congregation
    reputation qualification specification temperature application precision tension vision erosion aviation
    navigation notation prescription inscription description subscription
    """
)


def event_noun(lemma: str) -> tuple[str, str | None] | None:
    """Return the frame and the source verb (None where there is none) of an event noun, None for other nouns."""
    known = EVENT_NOUNS.get(lemma)
    if known is not None:
        return known
    if len(lemma) > 7 and lemma.endswith(_SURE_SUFFIXES) and lemma not in _NOT_EVENTS:
        return ("T", None)
    return None


# Nouns that can act: they fill the agent's place as compounds, as names do ("police raid", "court order").
AGENT_NOUNS: Final = words(
    """
    leader member founder head supporter opponent rival enemy ally investigator inspector auditor commander
    general colonel captain sergeant passenger pilot crew sailor fisherman trader broker banker politician
    candidate legislator councillor delegate negotiator mediator counterpart observer adviser advisor aide
    secretary chancellor premier monarch sheikh ayatollah cleric priest monk imam rabbi nun professor academic
    scholar engineer artist actor actress singer writer blogger whistleblower relative parent brother sister son
    daughter grandson heir attacker assailant killer robber kidnapper smuggler trafficker dealer fighter
    extremist separatist nationalist loyalist mercenary cadet firefighter paramedic lieutenant marine patrol
    squad brigade battalion force navy coastguard tribunal ombudsman chamber assembly legislature caucus
    delegation faction movement insurer retailer maker giant conglomerate subsidiary parent-company start-up
    lobby body institution entity corporation centre center
    union federation confederation league club syndicate charity foundation nonprofit think-tank
    university school hospital museum newspaper daily weekly outlet network channel station website firm partner
    competitor buyer seller bidder owner tenant landlord contractor subcontractor farmer miner driver commuter
    motorist cyclist pedestrian tourist traveller visitor government ministry minister president police army
    military court judge jury parliament senate congress cabinet council committee commission board company bank
    party opposition rebel militant terrorist insurgent militia guerrilla gang cartel mob crowd student worker
    teacher doctor nurse lawyer prosecutor lawmaker senator congressman mp deputy governor mayor official
    authority regulator watchdog agency department office bureau administration state city county country nation
    people citizen resident voter villager settler migrant refugee troop soldier officer guard pirate hacker
    criminal thief gunman sniper bomber activist protester demonstrator campaigner dissident critic journalist
    reporter editor magazine broadcaster publisher author musician film-maker rightsholder copyright-holder
    consumer customer user investor shareholder creditor bondholder lender employer employee staff management
    ceo chairman chief executive director manager spokesman spokeswoman spokesperson diplomat ambassador envoy
    king queen prince pope bishop church team player coach fan family man woman child boy girl mother father
    husband wife neighbour neighbor victim witness suspect prisoner inmate detainee patient scientist researcher
    expert analyst economist airline automaker carmaker manufacturer supplier distributor developer operator
    provider carrier startup platform group organisation organization coalition alliance bloc fbi cia nato un eu
    embassy consulate junta regime bomber backer foreigner outsider insider observer purchaser underwriter rioter
    looter poacher contender defender invader raider clerk intern trainee apprentice assistant cook waiter baker
    butcher mechanic docker squatter guardian carer unit worshipper mourner shopper bystander pilgrim toddler
    teenager pensioner reveller picket churchgoer trucker lobbyist
    """
)


def can_act(lemma: str) -> bool:
    """Return whether a common noun names a person, a group or an institution, as far as its form tells."""
    return lemma in AGENT_NOUNS or (len(lemma) > 5 and lemma.endswith(("ist", "woman", "makers", "maker", "holder")))
