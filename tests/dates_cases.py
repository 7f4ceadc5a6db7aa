# ruff: noqa: E501
"""Sentences of our own with what their time expressions must say.

A line is ``tense | sentence | value, value ... | interval, interval ...``; brackets mark the expressions, all of them
and nothing else. ``@ date`` sets the publication date, ``# name`` the class. The tense is the direction of the clause of
the (first) expression: past, future, present, none, or ``-`` where it does not matter. Values carry their type as a
letter where it is not DATE: ``T:`` TIME, ``D:`` DURATION, ``S:`` SET. An interval is ``=`` (the calendar span of a value
that is a day, month or year), ``a..b``, a day, or ``-`` for none.
"""

CASES = """
# weekday without date
@ 2024-05-08
past | The ministry said [Tuesday] that talks had failed. | 2024-05-07 | =
past | Officials met on [Monday] in Jakarta. | 2024-05-06 | =
past | The court ruled [Wednesday] against the platform. | 2024-05-08 | =
past | Police arrested two men on [Thursday]. | 2024-05-02 | =
past | The bank was fined [Friday] by the regulator. | 2024-05-03 | =
past | Protesters gathered on [Saturday] outside the embassy. | 2024-05-04 | =
past | [Sunday] saw the largest rally so far. | 2024-05-05 | =
future | The leaders will meet on [Thursday] in Dubai. | 2024-05-09 | =
future | The tribunal is to hear the appeal [Friday]. | 2024-05-10 | =
future | The strike will begin [Monday]. | 2024-05-13 | =
future | The committee may vote on [Tuesday]. | 2024-05-14 | =
future | He is visiting Madrid on [Saturday]. | 2024-05-11 | =
future | The hearing was scheduled for [Friday]. | 2024-05-10 | =
future | The talks are expected to resume [Sunday]. | 2024-05-12 | =
past | The men had been released on [Sunday]. | 2024-05-05 | =
past | The spokesman says [Monday] was a good one for the talks. | 2024-05-06 | =
present | The summit opens [Thursday]. | 2024-05-09 | =
past | Workers walked out [Thursday] and [Friday]. | 2024-05-02, 2024-05-03 | =, =
future | Parliament plans to debate the bill [Thursday]. | 2024-05-09 | =
past | The minister told reporters on [Tues.] that he would resign. | 2024-05-07 | =
future | The deadline to comply will expire on [Monday]. | 2024-05-13 | =
past | A man who was hurt on [Friday] died in hospital. | 2024-05-03 | =
@ 1989-11-02
past | The airline said [Thursday] it had cut fares. | 1989-11-02 | =
past | Shares rose [Wednesday] in heavy trading. | 1989-11-01 | =
past | The union rejected the offer [Friday]. | 1989-10-27 | =
future | The board will consider the bid on [Friday]. | 1989-11-03 | =

# last, this and next weekday
@ 2024-05-08
past | The senator resigned [last Friday]. | 2024-05-03 | =
past | The firm was sued [last Wednesday]. | 2024-05-01 | =
past | The ship left port [last Monday]. | 2024-05-06 | =
future | The council will decide [next Friday]. | 2024-05-10 | =
future | A vote will be held [next Monday]. | 2024-05-13 | =
future | The pact will be signed [this Friday]. | 2024-05-10 | =
past | The judge signed the order [this Tuesday]. | 2024-05-07 | =
future | He will be tried [next Wednesday]. | 2024-05-15 | =
past | The envoy left [this past Sunday]. | 2024-05-05 | =
present | The law takes effect [this coming Monday]. | 2024-05-13 | =

# today, yesterday, tomorrow
@ 2024-05-08
past | The platform was blocked [today]. | 2024-05-08 | =
past | He arrived [yesterday]. | 2024-05-07 | =
future | The envoy will leave [tomorrow]. | 2024-05-09 | =
past | [Yesterday], the firm paid the fine. | 2024-05-07 | =
past | They had met [the day before yesterday]. | 2024-05-06 | =
future | They will meet again [the day after tomorrow]. | 2024-05-10 | =
past | The ship sank [earlier today]. | 2024-05-08 | =
future | A statement will follow [later today]. | 2024-05-08 | =
@ 2024-03-01
past | Voters went to the polls [yesterday]. | 2024-02-29 | =
@ 2024-12-31
future | The law will change [tomorrow]. | 2025-01-01 | =

# month alone
@ 2024-05-08
past | The two sides signed a truce in [April]. | 2024-04 | =
past | The firm lost its licence in [September]. | 2023-09 | =
past | The minister resigned in [May]. | 2024-05 | =
future | Elections will be held in [November]. | 2024-11 | =
future | The ban will end in [March]. | 2025-03 | =
future | The court is expected to rule in [June]. | 2024-06 | =
past | Since [January], three journalists were jailed. | 2024-01 | =
past | The unrest began in [December]. | 2023-12 | =
past | The decree was issued in [Feb.] and repealed. | 2024-02 | =
future | The envoy will stay until [August]. | 2024-08 | =
@ 1989-11-02
past | Exports fell in [September]. | 1989-09 | =
past | The company was sold in [October]. | 1989-10 | =
future | The plant will reopen in [January]. | 1990-01 | =
past | The merger was announced in [December]. | 1988-12 | =

# last and next month name
@ 2024-05-08
past | [Last March], the minister said he would call the platform. | 2023-03 | =
past | The prize was awarded [last October]. | 2023-10 | =
past | He was elected [last June]. | 2023-06 | =
past | She joined the board [last November]. | 2023-11 | =
future | The games will be held [next August]. | 2024-08 | =
future | The treaty will expire [next March]. | 2025-03 | =
future | The inquiry will report [this June]. | 2024-06 | =
past | The ban was lifted [this January]. | 2024-01 | =
past | [Last April], the court freed him. | 2023-04 | =
past | [Last May], the council voted. | 2023-05 | =

# month and day
@ 2024-05-08
past | The raid took place on [April 27]. | 2024-04-27 | =
past | He was arrested on [December 3]. | 2023-12-03 | =
future | The trial will begin on [June 11]. | 2024-06-11 | =
future | The subsidy will end on [Jan. 15]. | 2025-01-15 | =
past | The quake struck on [May 1]. | 2024-05-01 | =
past | A bomb exploded on [2 May] in the capital. | 2024-05-02 | =
past | The vote took place on [the 5th of May]. | 2024-05-05 | =
past | The pact was signed on [March 3rd]. | 2024-03-03 | =
past | The ship left on [Nov. 30]. | 2023-11-30 | =
future | The court set a [June 3] deadline. | 2024-06-03 | =
future | A hearing has been set for [May 20]. | 2024-05-20 | =
future | The firms would merge on [July 1], he said. | 2024-07-01 | =
past | On [Tuesday, May 7], the bank collapsed. | 2024-05-07 | =
past | On [Monday 6 May] the port reopened. | 2024-05-06 | =
past | Two men died on [August the 4th]. | 2023-08-04 | =
past | Talks were held on [April 3]-[5] in Geneva. | 2024-04-03, 2024-04-05 | =, =
past | The envoys met on [April 3] and [4]. | 2024-04-03, 2024-04-04 | =, =
past | Clashes were reported from [3] to [5 April]. | 2024-04-03, 2024-04-05 | =, =
past | The attack on [February 29] killed two. | 2024-02-29 | =
@ 1990-01-09
past | The army seized power on [Dec. 20]. | 1989-12-20 | =
past | The new cabinet was sworn in on [Jan. 3]. | 1990-01-03 | =
@ 2023-05-08
past | He was born on [Feb. 29], he said. | 2020-02-29 | =

# full date
@ 2024-05-08
past | The law was passed on [March 1, 2008]. | 2008-03-01 | =
past | The law was passed on [1 March 2008]. | 2008-03-01 | =
past | The law was passed on [1st March 2008]. | 2008-03-01 | =
past | The law was passed on [the 1st of March 2008]. | 2008-03-01 | =
past | The law was passed on [March 1st, 2008]. | 2008-03-01 | =
past | The law was passed on [Saturday, March 1, 2008]. | 2008-03-01 | =
past | The law was passed on [Sat. 1 March 2008]. | 2008-03-01 | =
past | The law was passed on [Mar. 1, 2008]. | 2008-03-01 | =
past | The law was passed on [Sept. 30, 1999]. | 1999-09-30 | =
past | The treaty of [June 28, 1919], ended the war. | 1919-06-28 | =
past | Lincoln was shot on [April 14, 1865]. | 1865-04-14 | =
past | The colony was founded on [14 May 1607]. | 1607-05-14 | =
none | [May 8, 2024] | 2024-05-08 | =
- | Updated: [8 May 2024] | 2024-05-08 | =
past | He died on [05-May-2024]. | 2024-05-05 | =
past | The rebels took the town in [March 2011]. | 2011-03 | =
past | The rebels took the town in [March of 2011]. | 2011-03 | =
past | The rebels took the town in [March, 2011]. | 2011-03 | =
past | The rebels took the town in [Aug. 2011]. | 2011-08 | =
future | The reactor will open in [October of next year]. | 2025-10 | =
past | The reactor opened in [March of last year]. | 2023-03 | =
none | KUALA LUMPUR, [May 8] - | 2024-05-08 | =

# dates in digits
@ 2024-05-08
past | The filing was made on [2024-05-03]. | 2024-05-03 | =
past | The filing was made on [2024/05/03]. | 2024-05-03 | =
past | The filing was made on [05/25/2019]. | 2019-05-25 | =
past | The filing was made on [25/05/2019]. | 2019-05-25 | =
past | The filing was made on [25.05.2019]. | 2019-05-25 | =
past | The filing was made on [5/3/24]. | 2024-05-03 | =
past | The filing was made on [11/11/2018]. | 2018-11-11 | =
past | The filing was made on [03/04/2011]. | 2011-XX-XX | -
past | The filing was made on [12-25-99]. | 1999-12-25 | =
- | Posted [2024-05-08T10:30:00Z] | T:2024-05-08T10:30:00Z | 2024-05-08
- | Posted [2024-05-08 14:35 EST] | T:2024-05-08T14:35 | 2024-05-08
- | Filed [05/08/2024 16:31:00] | T:2024-05-08T16:31:00 | 2024-05-08
past | The attacks of [9/11] changed the law. | 2001-09-11 | =
@ 1989-11-02
none | [11/02/89] | 1989-11-02 | =
none | [11-02-89] | 1989-11-02 | =
none | AP-NR-[11-02-89 1337EST] | T:1989-11-02T13:37 | 1989-11-02

# impossible dates
@ 2024-05-08
past | The pact was signed on [30 February 2023]. | 2023-02-XX | -
past | The pact was signed on [February 30]. | XXXX-02-XX | -
past | The pact was signed on [February 29, 2023]. | 2023-02-XX | -
past | The pact was signed on [30/02/2023]. | 2023-XX-XX | -
past | The pact was signed on [31 April 2024]. | 2024-04-XX | -

# year
@ 2024-05-08
past | Russia ordered the block in [2018]. | 2018 | =
future | The base will close by [2030]. | 2030 | =
past | The party was founded in [1951]. | 1951 | =
past | The [2008] crisis ruined the bank. | 2008 | =
past | From [2014] to [2016] the firm paid no tax. | 2014, 2016 | =, =
past | The war of [1914-1918] killed millions. | 1914/1918 | 1914-01-01..1918-12-31
past | The fire of [1666] destroyed the city. | 1666 | =
past | The king died in [1547]. | 1547 | =
past | It was the worst drought since [1998]. | 1998 | =
past | He was jailed between [1995] and [1999]. | 1995, 1999 | =, =
past | The firm (founded in [1887]) went bankrupt. | 1887 | =
past | The company paid [fiscal 2023] bonuses. | 2023 | =
past | Revenue in [fiscal year 2023] fell. | 2023 | =
past | Revenue in [FY2023] fell. | 2023 | =

# last, this and next unit
@ 2024-05-08
past | The firm closed [last year]. | 2023 | =
past | The firm grew [this year]. | 2024 | =
future | The firm will expand [next year]. | 2025 | =
past | The envoy left [last month]. | 2024-04 | =
past | The envoy arrived [this month]. | 2024-05 | =
future | The envoy will return [next month]. | 2024-06 | =
past | The talks failed [last week]. | 2024-W18 | 2024-04-29..2024-05-05
past | [This week] the minister offered assurances. | 2024-W19 | 2024-05-06..2024-05-12
future | The court will rule [next week]. | 2024-W20 | 2024-05-13..2024-05-19
past | Profits fell [last quarter]. | 2024-Q1 | 2024-01-01..2024-03-31
future | Profits will fall [this quarter]. | 2024-Q2 | 2024-04-01..2024-06-30
future | Profits will fall [next quarter]. | 2024-Q3 | 2024-07-01..2024-09-30
past | Rioters burned shops [last weekend]. | 2024-W18-WE | 2024-05-04..2024-05-05
future | The march will be held [this weekend]. | 2024-W19-WE | 2024-05-11..2024-05-12
future | They will meet [next weekend]. | 2024-W20-WE | 2024-05-18..2024-05-19
past | The factory burned [last century]. | 19 | 1900-01-01..1999-12-31
past | The debt doubled [last decade]. | 201 | 2010-01-01..2019-12-31
future | The debt will double [this decade]. | 202 | 2020-01-01..2029-12-31
past | The dispute arose [earlier this year]. | 2024 | 2024-01-01..2024-05-08
future | The bill will pass [later this month]. | 2024-05 | 2024-05-08..2024-05-31
past | The bill passed [earlier this week]. | 2024-W19 | 2024-05-06..2024-05-08
past | [The current year] began badly. | 2024 | =
@ 2024-01-03
past | The talks failed [last week]. | 2023-W52 | 2023-12-25..2023-12-31
past | The envoy left [last month]. | 2023-12 | =
@ 2024-03-31
past | The envoy left [last month]. | 2024-02 | =

# early, mid and late
@ 2024-05-08
past | In a letter sent in [early June], the commission warned it. | 2023-06 | 2023-06-01..2023-06-10
past | The dam broke in [mid-April]. | 2024-04 | 2024-04-11..2024-04-20
past | The dam broke in [late February]. | 2024-02 | 2024-02-21..2024-02-29
past | The firm was sold in [late 2006]. | 2006 | 2006-09-01..2006-12-31
past | The firm was founded in [early 2019]. | 2019 | 2019-01-01..2019-04-30
past | The firm was sold in [mid-2015]. | 2015 | 2015-05-01..2015-08-31
past | The firm was sold in [mid 2015]. | 2015 | 2015-05-01..2015-08-31
future | The base will close [early next year]. | 2025 | 2025-01-01..2025-04-30
past | The base closed [late last year]. | 2023 | 2023-09-01..2023-12-31
future | The base will close by [the end of this year]. | 2024 | 2024-12-01..2024-12-31
past | The base closed at [the end of last year]. | 2023 | 2023-12-01..2023-12-31
past | The base closed at [the beginning of March]. | 2024-03 | 2024-03-01..2024-03-10
past | The base closed in [the middle of March]. | 2024-03 | 2024-03-11..2024-03-20
past | The base closed at [the start of 2020]. | 2020 | 2020-01-01..2020-01-31
future | The base will close at [the end of the month]. | 2024-05 | 2024-05-21..2024-05-31
past | Shares slid [late Tuesday]. | 2024-05-07 | =
past | The strike began [early Monday]. | 2024-05-06 | =
past | The deal was struck in [late March 2022]. | 2022-03 | 2022-03-21..2022-03-31
past | The movement began in [the early 1990s]. | 199 | 1990-01-01..1993-12-31
future | Debt will fall by [year-end]. | 2024 | 2024-12-01..2024-12-31

# ago, from now
@ 2024-05-08
past | The project began [two years ago]. | 2022 | =
past | The project began [a year ago]. | 2023 | =
past | The project began [ten years ago]. | 2014 | =
past | The project began [five months ago]. | 2023-12 | =
past | The project began [a month ago]. | 2024-04 | =
past | The project began [three weeks ago]. | 2024-W16 | 2024-04-15..2024-04-21
past | The project began [two days ago]. | 2024-05-06 | =
past | The project began [10 days ago]. | 2024-04-28 | =
past | The project began [a decade ago]. | 201 | 2010-01-01..2019-12-31
past | The project began [two decades ago]. | 200 | 2000-01-01..2009-12-31
past | The project began [a year and a half ago]. | 2022-11 | =
past | The project began [several years ago]. | PAST_REF | -
past | The project began [years ago]. | PAST_REF | -
past | The project began [a few weeks ago]. | PAST_REF | -
past | The project began [some 20 years ago]. | 2004 | =
past | The project began [more than two years ago]. | 2022 | =
past | The project began [about three months ago]. | 2024-02 | =
past | The project began [a century ago]. | 19 | 1900-01-01..1999-12-31
past | A bomb went off [two hours ago]. | T:2024-05-08TXX:XX | 2024-05-08
future | The plant will close [two weeks from now]. | 2024-W21 | 2024-05-20..2024-05-26
future | The plant will close [a year from now]. | 2025 | =
future | The plant will close [three years hence]. | 2027 | =
past | The project began [one week ago]. | 2024-W18 | 2024-04-29..2024-05-05
past | The project began [eighteen months ago]. | 2022-11 | =

# counted from what the text told
@ 2024-05-08
past | The bomb exploded on [March 3]. [The following day], the army moved in. | 2024-03-03, 2024-03-04 | =, =
past | The bomb exploded on [March 3]. [The next day], the army moved in. | 2024-03-03, 2024-03-04 | =, =
past | The bomb exploded on [March 3]. [A day later], the army moved in. | 2024-03-03, 2024-03-04 | =, =
past | The bomb exploded on [March 3]. [Two weeks later], the army moved in. | 2024-03-03, 2024-W11 | =, 2024-03-11..2024-03-17
past | He was elected in [1998]. [That year], prices rose. | 1998, 1998 | =, =
past | He was elected in [1998]. [The following year], prices rose. | 1998, 1999 | =, =
past | He was elected in [1998]. [Two years later], he resigned. | 1998, 2000 | =, =
past | He was elected in [1998]. He had lost [four years earlier]. | 1998, 1994 | =, =
past | He was elected in [1998]. He had lost [the year before]. | 1998, 1997 | =, =
past | The men met on [April 2] and again on [the same day]. | 2024-04-02, 2024-04-02 | =, =
past | Rebels attacked on [May 2, 2012]. [That night] the town burned. | 2012-05-02, T:2012-05-02TNI | =, 2012-05-02
past | Rebels attacked in [June 2012]. [The previous month], they had agreed to talk. | 2012-06, 2012-05 | =, =
past | The firm fell in [the third quarter of 2009]. It had gained [a year earlier]. | 2009-Q3, 2008-Q3 | 2009-07-01..2009-09-30, 2008-07-01..2008-09-30
past | He was detained in [2019]. Since [then] he has lived abroad. | 2019, 2019 | =, =
past | The ban fell in [March 2016]. By [that time], the firm was gone. | 2016-03, 2016-03 | =, =
past | Sales rose in [March] from [the same month last year]. | 2024-03, 2023-03 | =, =
past | Sales rose in [the first quarter] from [the same period last year]. | 2024-Q1, 2023-Q1 | 2024-01-01..2024-03-31, 2023-01-01..2023-03-31
past | Sales rose in [the first quarter] from [the year-earlier period]. | 2024-Q1, 2023-Q1 | 2024-01-01..2024-03-31, 2023-01-01..2023-03-31
past | Sales rose in [February] compared to [the same period in 2023]. | 2024-02, 2023-02 | =, =
past | In [2005] he moved to Oslo, and in [March] he married. | 2005, 2005-03 | =, =
past | The talks opened on [July 24, 2003]. [Months later], they failed. | 2003-07-24, FUTURE_REF | =, -

# quarters and halves
@ 2024-05-08
past | Sales rose in [the first quarter]. | 2024-Q1 | 2024-01-01..2024-03-31
past | Sales rose in [the fourth quarter]. | 2023-Q4 | 2023-10-01..2023-12-31
future | Sales will rise in [the third quarter]. | 2024-Q3 | 2024-07-01..2024-09-30
past | Sales rose in [the third quarter of 2009]. | 2009-Q3 | 2009-07-01..2009-09-30
past | Sales rose in [the final quarter of 2009]. | 2009-Q4 | 2009-10-01..2009-12-31
past | Sales rose in [the first quarter of last year]. | 2023-Q1 | 2023-01-01..2023-03-31
past | [Third-quarter] profit rose sharply. | 2023-Q3 | 2023-07-01..2023-09-30
past | Sales rose in [Q3 2010]. | 2010-Q3 | 2010-07-01..2010-09-30
past | Sales rose in [4Q09]. | 2009-Q4 | 2009-10-01..2009-12-31
past | Sales rose in [the first half of 2011]. | 2011-H1 | 2011-01-01..2011-06-30
past | Sales rose in [the second half of last year]. | 2023-H2 | 2023-07-01..2023-12-31
past | Sales rose in [the 3rd quarter of 2012]. | 2012-Q3 | 2012-07-01..2012-09-30
past | Sales rose in [the second fiscal quarter]. | 2024-Q2 | 2024-04-01..2024-06-30
past | Sales fell in [the first nine months of 1989]. | D:P9M | 1989-01-01..1989-09-30
@ 1989-11-02
past | Net income rose in [the third quarter]. | 1989-Q3 | 1989-07-01..1989-09-30
past | Net income fell in [the year-ago quarter]. | 1988-Q3 | 1988-07-01..1988-09-30
future | Net income will rise in [the fourth quarter]. | 1989-Q4 | 1989-10-01..1989-12-31
future | Net income will rise in [the first quarter]. | 1990-Q1 | 1990-01-01..1990-03-31

# seasons
@ 2024-05-08
past | The drought began in [the summer of 2018]. | 2018-SU | 2018-06-01..2018-08-31
past | The drought began [last summer]. | 2023-SU | 2023-06-01..2023-08-31
future | The drought will end [this summer]. | 2024-SU | 2024-06-01..2024-08-31
future | The drought will end [next spring]. | 2025-SP | 2025-03-01..2025-05-31
past | The drought began [last fall]. | 2023-FA | 2023-09-01..2023-11-30
past | The drought began [last winter]. | 2023-WI | 2023-12-01..2024-02-29
past | The drought began in [autumn 2009]. | 2009-FA | 2009-09-01..2009-11-30
past | The party won in [the fall of 1994]. | 1994-FA | 1994-09-01..1994-11-30
future | The party will choose a leader in [the spring]. | 2024-SP | 2024-03-01..2024-05-31

# decades, centuries
@ 2024-05-08
past | The band was famous in [the 1990s]. | 199 | 1990-01-01..1999-12-31
past | The band was famous in [the '80s]. | 198 | 1980-01-01..1989-12-31
past | The band was famous in [the 60s]. | 196 | 1960-01-01..1969-12-31
past | The band was famous in [the nineties]. | 199 | 1990-01-01..1999-12-31
past | The band was famous in [the mid-1970s]. | 197 | 1974-01-01..1976-12-31
past | The port was built in [the 19th century]. | 18 | 1800-01-01..1899-12-31
past | The port was built in [the nineteenth century]. | 18 | 1800-01-01..1899-12-31
past | The town grew rich in [the 1800s]. | 18 | 1800-01-01..1899-12-31
future | The sea will rise in [the 2050s]. | 205 | 2050-01-01..2059-12-31

# now, recently, soon
@ 2024-05-08
present | A minister [now] says the platform is ready. | PRESENT_REF | 2024-05-08
present | The firm [currently] employs many people. | PRESENT_REF | 2024-05-08
past | The firm [recently] moved to Dubai. | PAST_REF | -
future | The firm will move [soon]. | FUTURE_REF | -
past | The [recent] storm sank two boats. | PAST_REF | -
future | The firm will grow in [the future]. | FUTURE_REF | -
future | The firm will grow in [the near future]. | FUTURE_REF | -
past | The firm made mistakes in [the past]. | PAST_REF | -
present | Few people read papers [these days]. | PRESENT_REF | 2024-05-08
- | The firm is broke at [the moment]. | PRESENT_REF | 2024-05-08
present | The [current] law forbids it. | PRESENT_REF | 2024-05-08
present | [Nowadays] the port is quiet. | PRESENT_REF | 2024-05-08
future | Growth will slow over [the long term]. | FUTURE_REF | -
future | He will return [some day]. | FUTURE_REF | -
past | He left [the other day]. | PAST_REF | -
past | Prices have dropped [lately]. | PAST_REF | -

# durations
@ 2024-05-08
past | The siege lasted [three days]. | D:P3D | -
past | The siege lasted [two and a half years]. | D:P2.5Y | -
past | The siege lasted [almost two years]. | D:P2Y | -
past | The siege lasted [more than a week]. | D:P1W | -
past | The siege lasted [18 months]. | D:P18M | -
past | The siege lasted [six hours]. | D:PT6H | -
past | The siege lasted [thirty minutes]. | D:PT30M | -
past | The siege lasted [half an hour]. | D:PT30M | -
past | The siege lasted [an hour and a half]. | D:PT1.5H | -
past | The siege lasted [a decade]. | D:P1DE | -
past | The siege lasted for [decades]. | D:PXDE | -
past | The siege lasted [several months]. | D:PXM | -
past | The siege lasted [a few days]. | D:PXD | -
past | The siege lasted for [years]. | D:PXY | -
past | The siege lasted [a couple of weeks]. | D:P2W | -
past | It was a [five-year] plan. | D:P5Y | -
past | It was a [12-hour] flight. | D:PT12H | -
past | It was a [30-day] truce. | D:P30D | -
past | The wait was [10 business days]. | D:P10D | -
past | The talks lasted between [60] and [90 days]. | D:P60D, D:P90D | -, -
past | The talks lasted [two to three weeks]. | D:P3W | -
past | The firm collapsed [three months] after the merger. | D:P3M | -
past | He was jailed for [twenty-five years]. | D:P25Y | -
past | He was jailed for [1,000 days]. | D:P1000D | -
past | He waited [about 45 minutes] for help. | D:PT45M | -
past | He worked there for [half a century]. | D:P50Y | -
past | He spent [a fortnight] in jail. | D:P2W | -
past | Within [days], relations improved. | D:PXD | -
past | The dam took [a year] to build. | D:P1Y | -
past | The ordeal lasted [at least four hours]. | D:PT4H | -
past | The ordeal lasted [up to six weeks]. | D:P6W | -
past | He stayed for [a hundred days]. | D:P100D | -
past | The engine ran for [30 seconds]. | D:PT30S | -

# durations from an anchor
@ 2024-05-08
past | Prices doubled in [the past two years]. | D:P2Y | 2022-05-08..2024-05-08
past | Prices doubled in [the last three months]. | D:P3M | 2024-02-08..2024-05-08
past | Prices doubled over [the past week]. | D:P1W | 2024-05-01..2024-05-08
past | Prices doubled over [the past year]. | D:P1Y | 2023-05-08..2024-05-08
future | Prices will double over [the next four years]. | D:P4Y | 2024-05-08..2028-05-08
future | Prices will double within [the next 10 days]. | D:P10D | 2024-05-08..2024-05-18
past | Prices doubled in [the past few days]. | D:PXD | -
past | Prices rose in [recent years]. | D:PXY | -
past | Prices rose in [recent weeks]. | D:PXW | -
future | Prices will double in [the coming weeks]. | D:PXW | -
past | Prices doubled over [the past decade]. | D:P1DE | 2014-05-08..2024-05-08
past | Prices doubled in [the last 24 hours]. | D:PT24H | 2024-05-07..2024-05-08
past | Prices doubled in [the past several months]. | D:PXM | -

# sets
@ 2024-05-08
present | The paper appears [daily]. | S:P1D | -
present | The council meets [every week]. | S:P1W | -
present | The council meets [every Tuesday]. | S:XXXX-WXX-2 | -
present | The council meets [each year]. | S:P1Y | -
present | The council meets twice [a month]. | S:P1M | -
present | The firm builds 15 jets [a year]. | S:P1Y | -
present | The firm pumps 2 million barrels [a day]. | S:P1D | -
past | The firm posted an [annual] loss. | S:P1Y | -
present | The firm pays [monthly] fees. | S:P1M | -
present | The firm pays [quarterly] dividends. | S:P3M | -
present | The council meets [every other week]. | S:P2W | -
present | The council meets [every two years]. | S:P2Y | -
present | The council meets on [Mondays]. | S:XXXX-WXX-1 | -
present | The firm earns $5 million [per year]. | S:P1Y | -
present | The report is issued [annually]. | S:P1Y | -
- | The bell rings [every morning]. | S:XXXX-XX-XXTMO | -
- | The bell rings [every day]. | S:P1D | -
present | The parade is held [every May]. | S:XXXX-05 | -
present | The parade is held [every summer]. | S:XXXX-SU | -

# parts of the day
@ 2024-05-08
past | The bomb exploded [Tuesday night]. | T:2024-05-07TNI | 2024-05-07
past | The bomb exploded on [Monday morning]. | T:2024-05-06TMO | 2024-05-06
past | The bomb exploded [this morning]. | T:2024-05-08TMO | 2024-05-08
past | The bomb exploded [last night]. | T:2024-05-07TNI | 2024-05-07
past | The bomb exploded [yesterday evening]. | T:2024-05-07TEV | 2024-05-07
future | The president will speak [tonight]. | T:2024-05-08TNI | 2024-05-08
future | The president will speak [tomorrow afternoon]. | T:2024-05-09TAF | 2024-05-09
past | The bomb exploded on [the morning of April 2]. | T:2024-04-02TMO | 2024-04-02
past | The bomb exploded [late Monday night]. | T:2024-05-06TNI | 2024-05-06
past | The bomb exploded on [Tuesday at midnight]. | T:2024-05-07T24:00 | 2024-05-07
past | The bomb exploded [early this morning]. | T:2024-05-08TMO | 2024-05-08
past | The bomb exploded on [Friday evening]. | T:2024-05-03TEV | 2024-05-03
past | Riots broke out on [Saturday]. By [the evening], ten were dead. | 2024-05-04, T:2024-05-04TEV | =, 2024-05-04

# clock times
@ 2024-05-08
past | The plane took off at [18:00 UTC]. | T:2024-05-08T18:00Z | 2024-05-08
past | The plane took off at [6:40 p.m.] | T:2024-05-08T18:40 | 2024-05-08
past | The plane took off at [5 p.m. Monday]. | T:2024-05-06T17:00 | 2024-05-06
past | The plane took off at [9 a.m. on Tuesday]. | T:2024-05-07T09:00 | 2024-05-07
past | The plane took off at [10am]. | T:2024-05-08T10:00 | 2024-05-08
past | The plane took off at [5:30pm]. | T:2024-05-08T17:30 | 2024-05-08
past | The plane took off at [3.30pm]. | T:2024-05-08T15:30 | 2024-05-08
past | The plane took off at [1600 GMT]. | T:2024-05-08T16:00Z | 2024-05-08
past | The plane took off at [8 o'clock]. | T:2024-05-08T08:00 | 2024-05-08
past | The plane took off at [noon]. | T:2024-05-08T12:00 | 2024-05-08
past | The plane took off at [07:15]. | T:2024-05-08T07:15 | 2024-05-08
past | The plane took off at [12 p.m.] | T:2024-05-08T12:00 | 2024-05-08
past | The plane took off at [12:05 a.m. Monday]. | T:2024-05-06T00:05 | 2024-05-06
past | The plane took off on [April 27 at 08:30 UTC]. | T:2024-04-27T08:30Z | 2024-04-27

# holidays
@ 2024-05-08
past | The truce held until [Christmas]. | 2023-12-25 | =
past | He was shot on [Christmas Eve]. | 2023-12-24 | =
past | Fireworks killed two on [New Year's Day]. | 2024-01-01 | =
past | Fireworks killed two on [New Year's Eve]. | 2023-12-31 | =
past | The mall was looted on [Black Friday]. | 2023-11-24 | =
future | The bridge will open on [Labor Day]. | 2024-09-02 | =
past | The pope spoke on [Easter Sunday]. | 2024-03-31 | =
past | The tank was shown on [Bastille Day 2019]. | 2019-07-14 | =
past | He was pardoned on [Thanksgiving]. | 2023-11-23 | =

# n-th day, week or weekday of
@ 2024-05-08
past | Sales recovered in [the last week of March]. | 2024-W13 | 2024-03-25..2024-03-31
past | Sales recovered in [the first week of April]. | 2024-W14 | 2024-04-01..2024-04-07
past | He was sworn in on [the first day of 2017]. | 2017-01-01 | =
past | The vote was held on [the first Tuesday of March 2020]. | 2020-03-03 | =
past | He left on [the last day of February]. | 2024-02-29 | =
past | He left in [the first month of 2020]. | 2020-01 | =

# quoted speech
@ 2024-05-08
past | “We signed the deal [yesterday],” he said on [March 3]. | 2024-03-02, 2024-03-03 | =, =
past | “We signed the deal [today],” she said. | 2024-05-08 | =

# no publication date
@ -
past | The ministry said [Tuesday] that talks had failed. | XXXX-WXX-2 | -
past | He arrived [yesterday]. | XXXX-XX-XX | -
past | The firm closed [last year]. | XXXX | -
past | The raid took place on [April 27]. | XXXX-04-27 | -
past | The law was passed on [March 1, 2008]. | 2008-03-01 | =
past | Sales rose in [the first quarter]. | XXXX-Q1 | -
past | The bomb exploded at [6 p.m.] | T:XXXX-XX-XXT18:00 | -
past | Prices doubled in [the past two years]. | D:P2Y | -
past | The dam broke in [mid-April]. | XXXX-04 | -

# newswire
@ 1989-11-02
past | [1988's fourth quarter] was weak. | 1988-Q4 | 1988-10-01..1988-12-31
past | Sales fell in [the latest quarter]. | 1989-Q3 | 1989-07-01..1989-09-30
past | The money supply rose in [the latest week]. | 1989-W43 | 1989-10-23..1989-10-29
past | Net rose in [the third quarter] from [a year earlier]. Sales in [the quarter] fell. | 1989-Q3, 1988-Q3, 1989-Q3 | 1989-07-01..1989-09-30, 1988-07-01..1988-09-30, 1989-07-01..1989-09-30
past | The [1990] budget was approved [Sept. 30]. | 1990, 1989-09-30 | =, =
past | Net rose in [the comparable period of 1988]. | 1988 | =
present | The offer expires at [midnight EST]. | T:1989-11-02T24:00 | 1989-11-02
past | He was paid $500 [a day] in [1988]. | S:P1D, 1988 | -, =
past | Net was $60 million for [the nine months]. | D:P9M | -
present | The firm expects a profit by [the end of 1990's first quarter]. | 1990-Q1 | 1990-03-02..1990-03-31
@ 1998-03-03
past | It was a [month-long] siege. | D:P1M | -
past | It followed [hours-long] talks. | D:PTXH | -
past | The army left on [the night of March 2]. | T:1998-03-02TNI | 1998-03-02
present | The council meets [every second year]. | S:P2Y | -
past | He was fined RM500,000 or [two years] in jail. | D:P2Y | -
future | The plan was due by [end-2025]. | 2025 | 2025-12-01..2025-12-31
@ 2024-05-08
past | The court set [June 14] for mention. | 2024-06-14 | =
- | The [Oct. 7] attacks by the group changed the region. | 2023-10-07 | =
- | Updated [8 May 2024, 10:35 am] | T:2024-05-08T10:35 | 2024-05-08
- | Updated [Monday 6 May 2024 14.30 BST] | T:2024-05-06T14:30 | 2024-05-06
future | Rates will fall by [the end of the decade]. | 202 | 2027-01-01..2029-12-31
future | The ban will end at [midnight tonight]. | T:2024-05-08T24:00 | 2024-05-08
future | The talks will resume on [Tuesday next week]. | 2024-05-14 | =
past | The talks broke down on [Friday of last week]. | 2024-05-03 | =
past | The bank was warned in [early June]. Within [days], relations improved and since [then] they have held. | 2023-06, D:PXD, 2023-06 | 2023-06-01..2023-06-10, 2023-06-01..2023-06-17, 2023-06-01..2023-06-10
past | The drug was banned after a [June 1] raid. | 2023-06-01 | =
future | The regulator will act within [14 days]. | D:P14D | 2024-05-08..2024-05-22

# more newswire
@ 2013-03-22
- | The [Sept. 11] attacks killed thousands. | 2001-09-11 | =
past | The siege lasted [another year]. | D:P1Y | -
past | The siege lasted [another two years]. | D:P2Y | -
past | Fish left the sea [400 million years ago]. | XXXX | -
past | He threw a pass in the fourth quarter for a touchdown. | |
past | On [July 24, 2003], the firm was suspended, and on [August 3] it appealed. | 2003-07-24, 2003-08-03 | =, =
past | On [July 24, 2003], it was suspended, the agency said on [March 4]. | 2003-07-24, 2013-03-04 | =, =
past | It lost in [1999]. | 1999 | =
past | The bank has lost money in [the last twenty four hours]. | D:PT24H | 2013-03-21..2013-03-22
future | He will be tried in [the next two to three weeks]. | D:P3W | 2013-03-22..2013-04-12
past | Shots were heard at [8:30 in the evening]. | T:2013-03-22T20:30 | 2013-03-22
past | The pilgrims landed in [mid-'80s] gear. | 198 | 1984-01-01..1986-12-31

# anchors told
@ 2024-10-08
past | The judge gave the company until [December 1] to comply. | 2024-12-01 | =
past | He went to jail in [2023], and [that summer] he escaped. | 2023, 2023-SU | =, 2023-06-01..2023-08-31
past | A judge froze the order in [March]. [Three days later] it was lifted. | 2024-03, XXXX-XX-XX | =, 2024-03-01..2024-03-31
past | In [January] police held the men [overnight]. | 2024-01, T:XXXX-XX-XXTNI | =, -
past | The port shut on [Tuesday]. In [2016] a dispute was settled within [a week]. | 2024-10-08, 2016, D:P1W | =, =, -
past | The port shut on [Tuesday]. In [2016] a dispute began. [Two days later], it was settled. | 2024-10-08, 2016, XXXX-XX-XX | =, =, -
future | They would publish the files unless the ransom was paid by [Sunday]. | 2024-10-13 | =
past | Readers of The Morning Docket met on [Monday]. | 2024-10-07 | =

# web and wire headers
@ 2013-03-27
- | LONDON, [Wed Mar 27, 2013 6:12am EDT] | T:2013-03-27T06:12 | 2013-03-27
past | He left on [Wed.] and resigned. | 2013-03-27 | =
- | Last updated at [10:12 GMT] | T:2013-03-27T10:12Z | 2013-03-27
future | The funeral is to be held on [Thursday]. | 2013-03-28 | =
past | The euro was at its lowest since [Nov 21]. At [22:30] it fell again. | 2012-11-21, T:2013-03-27T22:30 | =, 2013-03-27
future | The trial, set for [Sept. 1], was delayed. The man was held [overnight]. | 2013-09-01, T:2013-03-27TNI | =, 2013-03-27
future | The match will be played [the coming weekend]. | 2013-W13-WE | 2013-03-30..2013-03-31

# reports
@ 1989-10-30
past | Net was $2 million in [the 1988 third quarter]. | 1988-Q3 | 1988-07-01..1988-09-30
past | Net fell in [the third quarter] from [the corresponding year-ago period]. | 1989-Q3, 1988-Q3 | 1989-07-01..1989-09-30, 1988-07-01..1988-09-30
past | He got a [year-end] bonus. | 1989 | 1989-12-01..1989-12-31
present | The bonds pay [semi-annual] interest. | S:P6M | -
past | Traders recalled Black Monday. | |
past | The host of a late-night show quit. | |

# not dates
@ 2024-05-08
- | Prime Minister May resigned over the deal. | |
- | Theresa May met the king. | |
- | They may ban the platform. | |
- | Thousands march against the law. | |
- | Thousands joined the march on the capital. | |
- | The Sunday Times published the letter. | |
- | The service is open 24/7 to all. | |
- | The team won 3-2 after extra time. | |
- | The firm released version 2.0.1 of the app. | |
- | The fine was $2000 for each driver. | |
- | Call the office on 555-0123 for help. | |
- | A 26-year-old man was arrested. | |
- | The man, aged 20, was freed. | |
- | Her son is 12 years old. | |
- | Section 2020 of the code forbids it. | |
- | About 2000 people joined the rally. | |
- | April Jones was elected mayor. | |
- | The Daily Mail reported the story. | |
- | He finished second in the race. | |
- | A second man was arrested. | |
- | A quarter of the voters stayed home. | |
- | He came out of the hospital through the back door. | |
- | The fall of the wall surprised the world. | |
- | Prices fall when the dollar rises. | |
- | The hot spring is near the village. | |
- | The spy returned the second time without help. | |
- | The sun sat low over the sea. | |
- | We agreed that the rule is unfair. | |
- | Flight 1999 landed safely. | |
- | Resolution 1973 was adopted. | |
- | The car does 120 miles per hour. | |
- | The ratio is 3:2 in favour. | |
- | Julia Mar and Jan Novak signed the pact. | |
- | August Wilson wrote the play. | |
- | The bank lent 1,984 farmers money. | |
- | He scored 1500 points. | |
- | He earns RM2024 from the shop. | |
- | Bloody Sunday was filmed in Dublin. | |
- | The march was led by students. | |
- | June Smith said the deal was dead. | |
- | The firm won 60 percent of the vote. | |
- | The star is four light years from here. | |
- | The last of the prisoners was freed. | |
- | As soon as he landed, he was arrested. | |
- | At the same time, the army denied the claim. | |
- | He is the past president of the club. | |
- | The next step is a new law. | |
- | The following people were named. | |
"""
