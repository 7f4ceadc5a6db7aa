# ruff: noqa: E501
"""More sentences of our own, in the manner of American wires and newspapers; read as ``dates_cases`` says."""

CASES = """
# wire: earnings, markets, economy
@ 1989-10-26
past | The Boston bank said [third-quarter] net income fell 12% to $41.2 million, or 63 cents a share, from $46.9 million, or 71 cents a share, [a year earlier]. | 1989-Q3, 1988-Q3 | 1989-07-01..1989-09-30, 1988-07-01..1988-09-30
past | For [the nine months] ended [Sept. 30], the company earned $22.1 million, compared with $19.7 million in [the year-earlier period]. | D:P9M, 1989-09-30, 1988 | -, =, =
past | For [the nine months], net rose 8% to $3.50 a share. | D:P9M | -
past | In [the year-earlier quarter], the steelmaker had a loss of $4 million. | 1988-Q3 | 1988-07-01..1988-09-30
past | In [the year-ago quarter] it earned 30 cents a share. | 1988-Q3 | 1988-07-01..1988-09-30
present | The company expects [fiscal 1990] sales of $300 million, up from $250 million in [fiscal 1989]. | 1990, 1989 | =, =
present | [The fiscal year] ends [June 30]. | 1989, 1989-06-30 | =, =
past | Profit in [the first half] fell to 12 billion yen from 14 billion yen in [the same period a year ago]. | 1989-H1, 1988-H1 | 1989-01-01..1989-06-30, 1988-01-01..1988-06-30
past | Sales for [the latest week] totaled 183,000 cars, compared with 190,000 [a year earlier]. | 1989-W42, 1988 | 1989-10-16..1989-10-22, =
past | The [30-year] bond rose a quarter point [late yesterday] to yield 7.91%. | D:P30Y, 1989-10-25 | -, =
past | Yields on [six-month] Treasury bills fell, while [one-year] bills were unchanged. | D:P6M, D:P1Y | -, -
past | The [five-year] notes were priced [early this morning]. | D:P5Y, T:1989-10-26TMO | -, 1989-10-26
past | [Late last night], the House passed the bill. | T:1989-10-25TNI | 1989-10-25
future | The company said it will omit the [quarterly] dividend. | S:P3M | -
past | The [annual] rate of inflation was 4.5% in [September], the Labor Department said. | S:P1Y, 1989-09 | -, =
future | The agency plans to sell about $500 million of securities [each year] over [the next five years]. | S:P1Y, D:P5Y | -, 1989-10-26..1994-10-26
present | The board meets [annually] in [mid-October]. | S:P1Y, 1989-10 | -, 1989-10-11..1989-10-20
- | Mr. Hollis, 54 years old, was named president and chief executive officer. |  |
future | The 61-year-old executive will retire at [year end]. | 1989 | 1989-12-01..1989-12-31
future | The acquisition should be completed by [the end of the year]. | 1989 | 1989-12-01..1989-12-31
future | The company hopes to complete the sale by [year-end]. | 1989 | 1989-12-01..1989-12-31
future | The merger is expected to close in [the first quarter of 1990]. | 1990-Q1 | 1990-01-01..1990-03-31
past | The strike, [now] in its 23rd day, has cut output. | PRESENT_REF | 1989-10-26
past | During [the past 12 months], the stock has traded as high as $58. | D:P12M | 1988-10-26..1989-10-26
past | In [the 1988 third quarter], it earned $2.1 million. | 1988-Q3 | 1988-07-01..1988-09-30
past | In [1988's third quarter], it earned $2.1 million. | 1988-Q3 | 1988-07-01..1988-09-30
past | In [the third quarter of 1988] it had a loss. | 1988-Q3 | 1988-07-01..1988-09-30
past | Sales in [the latest quarter] rose 4%. | 1989-Q3 | 1989-07-01..1989-09-30
past | The stock closed at $43.25, down $1.50, in New York Stock Exchange composite trading [yesterday]. | 1989-10-25 | =
past | In over-the-counter trading [Friday], shares fell. | 1989-10-20 | =
past | The plunge on [Oct. 13] cost the firm $3 million. | 1989-10-13 | =
past | The stock market crash of [October 1987] hurt Wall Street for [two years]. | 1987-10, D:P2Y | =, -
past | [A decade ago] the company had 12 plants; in [the 1970s] it had 30. | 197, 197 | 1970-01-01..1979-12-31, 1970-01-01..1979-12-31
past | In [the mid-1980s], banks lent heavily to developers. | 198 | 1984-01-01..1986-12-31
past | The union struck the plant [Oct. 4], and talks resumed [last week]. | 1989-10-04, 1989-W42 | =, 1989-10-16..1989-10-22
past | [Earlier this week], the Senate rejected the measure; [next week] it takes up the budget. | 1989-W43, 1989-W44 | 1989-10-23..1989-10-26, 1989-10-30..1989-11-05
future | [Later this month] the panel will meet again. | 1989-10 | 1989-10-26..1989-10-31
past | The two companies had been in talks for [several months]. | D:PXM | -
past | The earthquake struck at [5:04 p.m. PDT on Oct. 17]. | T:1989-10-17T17:04 | 1989-10-17
past | By [2:30 p.m. EST], the Dow had lost 60 points. | T:1989-10-26T14:30 | 1989-10-26
past | The market was calm in [the afternoon], traders said. | T:1989-10-26TAF | 1989-10-26
present | At [the moment], the company has no plans to sell. | PRESENT_REF | 1989-10-26
past | The former chairman previously held the post from [1979] to [1984]. | 1979, 1984 | =, =
present | [Currently], the firm employs 1,200 people. | PRESENT_REF | 1989-10-26
future | In [the future], the company will report [quarterly]. | FUTURE_REF, S:P3M | -, -
present | The agreement expires in [two and a half years]. | D:P2.5Y | -
past | [Half a year later], the plant was closed. | 1990-04 | =
past | It was the biggest drop in [a quarter-century]. | D:P25Y | -
past | It was the worst in nearly [a quarter of a century]. | D:P25Y | -
present | The contract runs through [Dec. 31, 1991]. | 1991-12-31 | =
present | The [1986-88] boom is over. | 1986/1988 | 1986-01-01..1988-12-31
present | The offices are open [Monday] through [Friday]. | 1989-10-30, 1989-11-03 | =, =
past | Trading was halted [Oct. 13]-[14]. | 1989-10-13, 1989-10-14 | =, =
future | The conference will be held [April 1] to [5]. | 1990-04-01, 1990-04-05 | =, =
present | [Tonight] on this broadcast, we look at the election. | T:1989-10-26TNI | 1989-10-26
past | He was born [Jan. 4, 1931], in Ohio. | 1931-01-04 | =
past | The factory opened in [the summer of '86]. | 1986-SU | 1986-06-01..1986-08-31
future | Class of ['89] graduates are finding jobs. | 1989 | =
past | The company's [fiscal third quarter] ended [Aug. 31]. | 1989-Q3, 1989-08-31 | 1989-07-01..1989-09-30, =
past | In [the fourth quarter], which ended [Sept. 30], the company lost $2 million. | 1989-Q4, 1989-09-30 | 1989-10-01..1989-12-31, =
past | In [the quarter] ended [June 30], sales rose 3%. | 1989-Q2, 1989-06-30 | 1989-04-01..1989-06-30, =
past | For all of [1988], the company earned $34 million. | 1988 | =
past | For [the year], profit was up 20%. | 1989 | =
- | Its full-year profit rose 10%. |  |
past | So far [this year], the stock has gained 30%. | 1989 | =
past | The rate has fallen for [three straight months]. | D:P3M | -
past | The [August] figure was revised; the [September] increase was the largest since [February]. | 1989-08, 1989-09, 1989-02 | =, =, =
past | The [August]-[September] figures were weak. | 1989-08, 1989-09 | =, =
past | Industrial production fell 0.1% [last month] after rising 0.3% in [August], the Fed said. | 1989-09, 1989-08 | =, =
past | Starts fell 5.2% in [September] from [August] and were down 12% from [September 1988]. | 1989-09, 1989-08, 1988-09 | =, =, =
past | On [Monday, the 13th], the market plunged. | 1989-11-13 | =
present | On [the 15th of each month], the firm pays its bills. | S:XXXX-XX-15 | -
future | Payments are due on [the 15th]. | 1989-11-15 | =
present | The company pays $2 [a month] for each subscriber and gets 15 calls [a day]. | S:P1M, S:P1D | -, -
present | He works [60 hours] [a week], [50 weeks] [a year]. | D:PT60H, S:P1W, D:P50W, S:P1Y | -, -, -, -
past | The [24-hour] strike began at [6 a.m.] | D:PT24H, T:1989-10-26T06:00 | -, 1989-10-26
present | The [three-day] meeting starts [tomorrow]. | D:P3D, 1989-10-27 | -, =
- | The two-year-old company has 20 workers. |  |
past | The paper, a [weekly], was founded [75 years ago]. | S:P1W, 1914 | -, =
present | The [weekly] paper has a [daily] rival. | S:P1W, S:P1D | -, -
past | It had a [10-year] contract worth $3 million [a year]. | D:P10Y, S:P1Y | -, -
past | In [recent weeks] and [months], the dollar has weakened. | D:PXW, D:PXM | -, -
past | In [the last few days], rumors have spread. | D:PXD | -
past | [The following day], the board met. [Two days later] it approved the bid. | 1989-10-27, 1989-10-28 | =, =
past | The bank had said in [July] that it would add $1 billion to reserves. In [September], it did. | 1989-07, 1989-09 | =, =
past | The stock was at $30 [a year ago] and at $25 [two years ago]. | 1988, 1987 | =, =
past | [A month earlier], orders had risen 2%. | 1989-09 | =
past | [A day earlier] the index fell 10 points. | 1989-10-25 | =
past | [The day before], the index fell 10 points. | 1989-10-25 | =
future | It will take [years], if not [decades], to clean up. | D:PXY, D:PXDE | -, -
past | He spent [a weekend] in jail and [a night] in hospital. | D:P1WE, D:P1NI | -, -
future | By [the early 1990s], the market will double. | 199 | 1990-01-01..1993-12-31
future | By [the turn of the century], Japan will lead. | 19 | 1900-01-01..1933-05-01
past | At [the turn of the year], rates fell. | 1989 | 1989-01-01..1989-01-31
present | The plan takes effect [Jan. 1]. | 1990-01-01 | =
present | The bonds mature in [2019] and the notes in [1994-96]. | 2019, 1994/1996 | =, 1994-01-01..1996-12-31
past | Since [the beginning of the year], 12 banks failed. | 1989 | 1989-01-01..1989-01-31
past | Since [mid-year], exports have slowed. | 1989 | 1989-05-01..1989-08-31
future | It will continue through the holiday season and into [the new year]. | 1990 | 1990-01-01..1990-01-31
past | Shares fell before [Labor Day] and after [Thanksgiving]. | 1989-09-04, 1988-11-24 | =, =
past | The issue was led by First Boston on the [seven-year] notes due [Nov. 1, 1996]. | D:P7Y, 1996-11-01 | -, =
future | Analysts expect rates to fall over [the next several months]. | D:PXM | -
future | Over [the next 18 months] the plan will save $2 billion. | D:P18M | 1989-10-26..1991-04-26
past | In [the past decade], and in [the past two decades], output doubled. | D:P1DE, D:P2DE | 1979-10-26..1989-10-26, 1969-10-26..1989-10-26
none | In [the next decade] the market will triple. | D:P1DE | 1989-10-26..1999-10-26
past | The company was founded in [1889], [a century ago]. | 1889, 18 | =, 1800-01-01..1899-12-31
- | At the time, the group had few assets. |  |
- | The long-term effects are unclear; short-term rates rose. |  |
future | Prices could rise in [the near term]. | FUTURE_REF | -
past | It had its initial public offering [earlier this year]. | 1989 | 1989-01-01..1989-10-26
- | The dispute dates to the early days of the Reagan administration. |  |
past | In an interview [late Wednesday], he said he would resign immediately. | 1989-10-25 | =
past | After a late-[afternoon] rally, the index closed higher. | T:1989-10-26TAF | 1989-10-26
- | The overnight rate fell. |  |
past | [Yesterday]'s session was quiet; [Tuesday]'s was not. | 1989-10-25, 1989-10-24 | =, =
none | [Last year]'s earthquake and [this year]'s drought hurt farms. | 1988, 1989 | =, =
past | The [spring] planting was late, and the fall harvest small. | 1989-SP | 1989-03-01..1989-05-31
present | The new model goes on sale [next fall]; it was unveiled [last spring]. | 1990-FA, 1989-SP | 1990-09-01..1990-11-30, 1989-03-01..1989-05-31
# wire: news of the day
@ 1998-02-27
past | NEW YORK (AP) _ Two men were charged [Thursday] with plotting to release anthrax, the FBI said [Friday]. | 1998-02-26, 1998-02-27 | =, =
future | WASHINGTON _ The president will travel to Africa [next month], officials said [today]. | 1998-03, 1998-02-27 | =, =
past | "We have waited for [nine years]," he said [late Thursday night]. | D:P9Y, T:1998-02-26TNI | -, 1998-02-26
past | A bomb exploded outside a clinic [this morning], killing a policeman. | T:1998-02-27TMO | 1998-02-27
past | The Iraqi leader said [last Friday] that inspectors could return [Monday]. | 1998-02-20, 1998-03-02 | =, =
future | A decision is expected as early as [next week]. | 1998-W10 | 1998-03-02..1998-03-08
- | On the other hand, it's turning out to be another very bad financial week for Asia. |  |
present | The financial assistance from the World Bank is not helping, ABC's correspondent reports [tonight] from Hong Kong. | T:1998-02-27TNI | 1998-02-27
present | Good evening. It is [eight o'clock] in Moscow, [half past six] in Rome and [a quarter to five] in London. | T:1998-02-27T08:00, T:1998-02-27T06:30, T:1998-02-27T04:45 | 1998-02-27, 1998-02-27, 1998-02-27
present | The hearings begin at [10 o'clock tomorrow morning Eastern time]. | T:1998-02-28T10:00 | 1998-02-28
past | At [nine this morning], the shuttle lifted off. | T:1998-02-27T09:00 | 1998-02-27
past | At [half past six in the evening] the bells rang. | T:1998-02-27T18:30 | 1998-02-27
past | The fugitive was last seen on [the afternoon of Jan. 30]. | T:1998-01-30TAF | 1998-01-30
past | The vote was on [the night of Oct. 23, 1998]. | T:1998-10-23TNI | 1998-10-23
past | He has been on the run for [the past month]. | D:P1M | 1998-01-27..1998-02-27
past | For [the past three weeks], the agents have combed the forest. | D:P3W | 1998-02-06..1998-02-27
past | Since [the beginning of this year], and in particular in [the last 48 hours], attacks have doubled. | 1998, D:PT48H | 1998-01-01..1998-01-31, 1998-02-25..1998-02-27
past | During the [1991] Gulf War, the base was closed. | 1991 | =
past | During the Persian Gulf War [seven years ago], he flew 30 missions. | 1991 | =
past | In [the early 1980s] and [late '70s], he lived in Havana. | 198, 197 | 1980-01-01..1983-12-31, 1977-01-01..1979-12-31
future | [The twenty-first century] will be different. | 20 | 2000-01-01..2099-12-31
past | In [the 20th century] it was the bloodiest war. | 19 | 1900-01-01..1999-12-31
- | The ceremony marked the 40th anniversary of the revolution. |  |
past | The clinic reopened [a week] to the day after the bombing. | D:P1W | -
past | The summit ended [a few hours ago]. | PAST_REF | -
past | [A few days] after the blast, the camp was empty. | D:PXD | -
past | [Ten days] before the vote, he withdrew. | D:P10D | -
past | Within [hours] of the attack, within [minutes], help came. | D:PTXH, D:PTXM | -, -
past | He spoke [a day] after the vote and [two days] before the summit. | D:P1D, D:P2D | -, -
past | The boy was rescued on [Thanksgiving Day], and he will turn 6 on [Dec. 6]. | 1997-11-27, 1998-12-06 | =, =
past | The [Christmas Eve] raid was followed by a [New Year's Day] truce. | 1997-12-24, 1998-01-01 | =, =
past | In [November 1996], and again [last August], she was ill. | 1996-11, 1997-08 | =, =
past | [A year ago this week], the two signed the accord. | 1997-W09 | 1997-02-24..1997-03-02
past | [A year ago today], the two signed the accord. | 1997-02-27 | =
past | He was elected [two years ago last November]. | 1995-11 | =
past | It happened [last summer], and [this winter] it happened again. | 1997-SU, 1997-WI | 1997-06-01..1997-08-31, 1997-12-01..1998-02-28
future | By this time [next year], the station will be ready. | 1999 | =
past | [This time last year] he was in jail. | 1997 | =
future | It will be cloudy on [Saturday morning] and warm [Sunday afternoon]. | T:1998-02-28TMO, T:1998-03-01TAF | 1998-02-28, 1998-03-01
- | The bureau is open on weekdays and weekends. |  |
past | He was there over [the weekend]; it was [last weekend], not this one. | 1998-W08-WE, 1998-W08-WE | 1998-02-21..1998-02-22, 1998-02-21..1998-02-22
past | On [Wednesday evening] the crew slept for [eight hours]. | T:1998-02-25TEV, D:PT8H | 1998-02-25, -
past | The shuttle was [12 minutes] late for its [9:35 p.m.] launch. | D:PT12M, T:1998-02-27T21:35 | -, 1998-02-27
future | The mission will last [16 days]; on the third day, the crew walked in space. | D:P16D | -
past | [Every day] for [six months] they met; once [a week] they ate together; three times [a month] they prayed. | S:P1D, D:P6M, S:P1W, S:P1M | -, -, -, -
present | Twice [a year], on [Tuesdays] and [every other Friday], they train. | S:P1Y, S:XXXX-WXX-2, S:XXXX-WXX-5 | -, -, -
past | The 3-year-old and his 32-year-old mother drowned at sea [five years ago]. | 1993 | =
past | The Cold War lasted [more than four decades] and ended [less than 10 years ago]. | D:P4DE, 1988 | -, =
past | The agreement, reached at [2 a.m.], expires at [midnight Sunday]. | T:1998-02-27T02:00, T:1998-03-01T24:00 | 1998-02-27, 1998-03-01
past | The pope, [now] 77, was elected in [October 1978]. | PRESENT_REF, 1978-10 | 1998-02-27, =
- | The era of big government is over. |  |
future | In [the weeks ahead], in [the coming weeks] and [the months to come], more will leave. | D:PXW, D:PXW, D:PXM | -, -, -
future | They'll return in a matter of [days], in [a couple of weeks], or in no time. | D:PXD, D:P2W | -, -
past | [The previous night], rebels shelled the town; [the next morning] they fled. | T:1998-02-26TNI, T:1998-02-27TMO | 1998-02-26, 1998-02-27
past | [The next day], [Friday], he left; [a day later] he was back. | 1998-02-27, 1998-02-27, 1998-02-28 | =, =, =
past | On [Friday, March 13], and [Saturday the 14th], they met. | 1998-03-13, 1998-03-14 | =, =
present | [The first week of March] and [the last two weeks] of [April] are free. | 1998-W10, D:P2W, 1998-04 | 1998-03-02..1998-03-08, -, =
past | In [the first three months of this year] and [the last quarter of 1997], exports fell. | D:P3M, 1997-Q4 | 1998-01-01..1998-03-31, 1997-10-01..1997-12-31
- | The final days of the war were the worst. |  |
none | In the middle of [the night] and in [the middle of next week]. | T:1998-02-27TNI, 1998-W10 | 1998-02-27, 1998-03-04..1998-03-06
past | Back in [1987] the same thing happened; in ['92] and ['93] too. | 1987, 1992, 1993 | =, =, =
present | The budget year that begins [Oct. 1] is the first since [1969] without a deficit. | 1997-10-01, 1969 | =, =
past | In the [1996-97] season, the team won 40 games. | 1996/1997 | 1996-01-01..1997-12-31
present | The site is 5,000 years old; it dates from about [2500 B.C.] | BC2500 | -
- | A 9-month-old girl born in the third trimester. |  |
present | The [1948] treaty and the [1972] ABM treaty remain. | 1948, 1972 | =, =
past | A [1995] study found that in [1994], one in 12 died. | 1995, 1994 | =, =
present | The [24-year] veteran, [19 months ago], quit. | D:P24Y, 1996-07 | -, =
past | It was [1:15 in the morning] when the [6:30 a.m.] flight was cancelled. | T:1998-02-27T01:15, T:1998-02-27T06:30 | 1998-02-27, 1998-02-27
past | It was [three in the afternoon]. | T:1998-02-27T15:00 | 1998-02-27
none | The [11 p.m.] news, the [6 o'clock] news and the evening news. | T:1998-02-27T23:00, T:1998-02-27T06:00 | 1998-02-27, 1998-02-27
- | Score: Yankees 5, Red Sox 3, in the second inning, third quarter, fourth period. |  |
past | Flight 1990 was [2 hours] late; call 555-1998 for room 2001. | D:PT2H | -
past | He ran 100 meters in [9.84 seconds] and 1,500 meters in 3:26. | D:PT9.84S | -
- | Prices were 1998 dollars; there were 1,998 or 2000 people. |  |
present | For [now], for [the time being], and for [the moment], it is calm. | PRESENT_REF, PRESENT_REF, PRESENT_REF | 1998-02-27, 1998-02-27, 1998-02-27
none | [A long time ago], [long ago], [not long ago], [years ago], and [some time ago]. | PAST_REF, PAST_REF, PAST_REF, PAST_REF, PAST_REF | -, -, -, -, -
- | Ever since, ever, never, always, still, already, yet. |  |
- | Previously, formerly, once, eventually, immediately, later, earlier. |  |
none | [The mid-October] heat and [the late-1990s] boom; [the mid-1997] crisis; [late-1998]. | 1997-10, 199, 1997, 1998 | 1997-10-11..1997-10-20, 1997-01-01..1999-12-31, 1997-05-01..1997-08-31, 1998-09-01..1998-12-31
none | [Six to eight weeks], between [two] and [three years], from [five to 10 days], [10 to 15 minutes], [3-4 years]. | D:P8W, D:P2Y, D:P3Y, D:P10D, D:PT15M, D:P4Y | -, -, -, -, -, -
none | [More than 200 years], [at least two weeks], [up to 90 days], [nearly a century], [about half an hour], [over an hour]. | D:P200Y, D:P2W, D:P90D, D:P1CE, D:PT30M, D:PT1H | -, -, -, -, -, -
none | The first anniversary of the [Aug. 7] bombings. | 1997-08-07 | =
past | On [Aug. 7, 1998, at 10:35 a.m. local time] ([0735 GMT]), a bomb exploded. | T:1998-08-07T10:35, T:1998-08-07T07:35Z | 1998-08-07, 1998-08-07
past | At [0500 GMT Friday] and [1100 local time], two planes took off. | T:1998-02-27T05:00Z, T:1998-02-27T11:00 | 1998-02-27, 1998-02-27
none | [11-13-98 0815EST] | T:1998-11-13T08:15 | 1998-11-13
none | [February 27, 1998 20:42] | T:1998-02-27T20:42 | 1998-02-27
present | [Friday, February 27, 1998]; Page A01 | 1998-02-27 | =
# full dates in unusual forms
@ 2021-05-08
past | It was signed on [the 3rd of March, 2021]. | 2021-03-03 | =
past | It was signed on [the 3rd day of March, 2021], in Oslo. | 2021-03-03 | =
past | It was posted [2021-03-03T10:00:00+08:00] by staff. | T:2021-03-03T10:00:00+08:00 | 2021-03-03
past | It was posted [2021-03-03T10:00:00.123Z] by staff. | T:2021-03-03T10:00:00Z | 2021-03-03
past | It was signed on [12.3.2021] in Bonn. | 2021-03-12 | =
past | It was signed on [12. 3. 2021] in Bonn. | 2021-03-12 | =
past | It was signed on [3. March 2021] in Bonn. | 2021-03-03 | =
past | It was signed on [2021/3/3] and [2021.03.03] in Bonn. | 2021-03-03, 2021-03-03 | =, =
past | It was signed on [2021 March 3] in Bonn. | 2021-03-03 | =
past | It was signed on [2021, March 3] in Bonn. | 2021-03-03 | =
past | It was signed on [3-Mar-21] and [03/Mar/2021] and [3-March-2021]. | 2021-03-03, 2021-03-03, 2021-03-03 | =, =, =
past | It was signed on [Mar.3,2021] in Bonn. | 2021-03-03 | =
past | It was signed on [03MAR2021] in Bonn. | 2021-03-03 | =
past | It was signed on [3Mar2021] in Bonn. | 2021-03-03 | =
past | It was signed on [Mar-03-2021] in Bonn. | 2021-03-03 | =
past | It was signed on [Wed. Mar. 3, 2021] in Bonn. | 2021-03-03 | =
past | It was signed on [Sept. 4th, 2020], in Bonn. | 2020-09-04 | =
past | It was signed on [Sept 4 2020] in Bonn. | 2020-09-04 | =
past | It was signed on [MARCH 3, 2021] in Bonn. | 2021-03-03 | =
past | It was signed on [march 3, 2021] in Bonn. | 2021-03-03 | =
past | It was signed on [3 march 2021] in Bonn. | 2021-03-03 | =
past | It was signed on [March the third, 2021] in Bonn. | 2021-03-03 | =
past | It was signed on [the twenty-first of March 2021] in Bonn. | 2021-03-21 | =
past | It was signed on [March 3rd of 2021] in Bonn. | 2021-03-03 | =
- | It was signed on 20210303 in Bonn. |  |
past | It was posted [Mar 3 10:00:00 2021] by staff. | T:2021-03-03T10:00:00 | 2021-03-03
past | It was posted [Wed Mar 3 10:00:00 UTC 2021] by staff. | T:2021-03-03T10:00:00Z | 2021-03-03
past | It was posted on [2021-Mar-03] by staff. | 2021-03-03 | =
past | It was signed on [March 3 '21] in Bonn. | 2021-03-03 | =
past | It was signed on [3/3/2021 10:00 AM] and [13/3/21]. | T:2021-03-03T10:00, 2021-03-13 | 2021-03-03, =
past | It was signed on [Mar. 3 , 2021] in Bonn. | 2021-03-03 | =
past | It was signed on [3rd March, 2021] in Bonn. | 2021-03-03 | =
past | It was signed on [3 Mar. 2021] in Bonn. | 2021-03-03 | =
past | The deal, dated this [3rd day of March, 2021], stands. | 2021-03-03 | =
# wire: directions, ends, years
@ 1989-10-26
past | In [the year ago period], the company earned 20 cents a share. | 1988 | =
past | For [the year-ago second quarter] it had reported a loss. | 1988-Q2 | 1988-04-01..1988-06-30
future | Plants in 14 states will close by [the year 2000]. | 2000 | =
past | Orders rose in [the week] ended [Oct. 14]. | 1989-W41, 1989-10-14 | 1989-10-09..1989-10-15, =
past | Shipments fell in [the quarter] ended [March 31, 1988]. | 1988-Q1, 1988-03-31 | 1988-01-01..1988-03-31, =
past | The offer was extended until [Nov. 3] from [Oct. 20]. | 1989-11-03, 1989-10-20 | =, =
past | The lease was signed on [July 31 last year]. | 1988-07-31 | =
past | The record set on [Aug. 9] fell on [Oct. 9]. | 1989-08-09, 1989-10-09 | =, =
present | The new rate is effective [Nov. 15]. | 1989-11-15 | =
past | It revised its forecast for [the year] ending [Dec. 31]. | 1989, 1989-12-31 | =, =
future | The council will carry out the [July 20] resolution. | 1989-07-20 | =
past | [Nine month] earnings rose, and a [six year] loan was signed. | D:P9M, D:P6Y | -, -
future | The talks are scheduled to last [two days]. | D:P2D | -
future | The hearing is set for [Nov. 14]. | 1989-11-14 | =
past | The loan, agreed on [Sept. 16], was never paid. | 1989-09-16 | =
present | The trustees meet on [the 3rd of each month]. | S:XXXX-XX-03 | -
past | He left on [the 19th] and was back on [the 23rd]. | 1989-10-19, 1989-10-23 | =, =
- | The green on the 18th hole was soaked. |  |
present | The store is open [all day] and [all year round]. | D:P1D, D:P1Y | -, -
- | He resigned at the last minute. |  |
- | The day-to-day work goes on. |  |
present | [Wednesday] is the busiest day of the week. | 1989-11-01 | =
present | The bus leaves at [half past six] and returns at [a quarter to nine]. | T:1989-10-26T06:30, T:1989-10-26T08:45 | 1989-10-26, 1989-10-26
past | The vote came at [two in the morning]. | T:1989-10-26T02:00 | 1989-10-26
- | Call 555-1988 for details. |  |
past | The temple was built in [44 B.C.] and burned in [1066 A.D.] | BC0044, 1066 | -, =
future | In [the weeks ahead] and [the months to come], prices will rise. | D:PXW, D:PXM | -, -
past | They met [a year ago this month] and [two years ago today]. | 1988-10, 1987-10-26 | =, =
past | He was fired [a week ago Tuesday]. | 1989-10-17 | =
future | The exchange will close at [4 p.m. Eastern time]. | T:1989-10-26T16:00 | 1989-10-26
future | The exchange will close at [4 p.m. Eastern Standard Time on Friday]. | T:1989-10-27T16:00 | 1989-10-27
past | It opened in [midsummer], and in [mid-week] it closed. | 1989-SU, 1989-W43 | 1989-07-01..1989-08-01, 1989-10-25..1989-10-27
future | Exports should recover in [the new year]. | 1990 | 1990-01-01..1990-01-31
present | For [the time being], the bank is safe. | PRESENT_REF | 1989-10-26
past | [Not long ago], the plant had 900 workers. | PAST_REF | -
past | The overnight rate rose; the talks ran [overnight]. | T:1989-10-26TNI | 1989-10-26
- | The anchor of the Today show quit. |  |
past | The firm reported a loss of $3 million for its [fiscal second quarter]. | 1989-Q2 | 1989-04-01..1989-06-30
future | The plan would take effect in [fiscal 1991]. | 1991 | =
present | The index is down 3% from [a month ago] and 8% from [a year ago]. | 1989-09, 1988 | =, =
past | In [July], sales rose 4% from [a year earlier]. | 1989-07, 1988-07 | =, =
past | Earnings in [the 12 months] ended [Sept. 30] were flat. | D:P12M, 1989-09-30 | -, =
past | They bought the bonds at [9 a.m.] and sold them by [noon]. | T:1989-10-26T09:00, T:1989-10-26T12:00 | 1989-10-26, 1989-10-26
future | She will be 40 [next May]. | 1990-05 | =
future | The bonds due [1999] yield 8%. | 1999 | =
future | The court will rule within [the next 30 days]. | D:P30D | 1989-10-26..1989-11-25
future | The state will hold a vote [Nov. 7]. | 1989-11-07 | =
past | The law expired [Sept. 30]. | 1989-09-30 | =
past | The company went public in [1983] at $12 a share. | 1983 | =
future | Some 1,500 workers, or 20%, will be dismissed by [Christmas]. | 1989-12-25 | =
future | The governor will speak [New Year's Day]. | 1990-01-01 | =
past | The pact, reached [early yesterday], ends a [17-week] walkout. | 1989-10-25, D:P17W | =, -
present | The [90-day] cooling-off period ends [next Thursday]. | D:P90D, 1989-11-02 | -, =
future | They will vote [later today]. | 1989-10-26 | =
past | The bill passed [earlier in the week]. | 1989-W43 | 1989-10-23..1989-10-26
past | The airline canceled 40 flights through [tomorrow]. | 1989-10-27 | =
past | The flight landed shortly after [11 p.m. Tuesday]. | T:1989-10-24T23:00 | 1989-10-24
- | It posted record profit for the second consecutive quarter. |  |
past | Growth averaged 3% [a year] in [the 1960s] and [1970s]. | S:P1Y, 196, 197 | -, 1960-01-01..1969-12-31, 1970-01-01..1979-12-31
past | The shortage began in [late 1987] and [early 1988]. | 1987, 1988 | 1987-09-01..1987-12-31, 1988-01-01..1988-04-30
- | The boycott has entered its third week. |  |
present | Deliveries begin in [the spring of 1991]. | 1991-SP | 1991-03-01..1991-05-31
present | The magazine's [Nov. 6] issue reports the deal. | 1989-11-06 | =
- | Third-period revenue, he said, was weak. |  |
present | The contract expires at [12:01 a.m. Saturday]. | T:1989-10-28T00:01 | 1989-10-28
past | The group met [every month] [last year]. | S:P1M, 1988 | -, =
present | It pays 20 cents [quarterly] and 80 cents [annually]. | S:P3M, S:P1Y | -, -
past | It closed at [2:09 p.m.] | T:1989-10-26T14:09 | 1989-10-26
past | The loss was for [the first 39 weeks of 1989]. | D:P39W | 1989-01-01..1989-09-30
present | The [1987] crash still haunts [the 1990s]. | 1987, 199 | =, 1990-01-01..1999-12-31
past | The project took [18 months] to [two years]. | D:P18M, D:P2Y | -, -
past | The deficit was $10.77 billion in [August], up from $8.24 billion in [July] and $9.1 billion in [August 1988]. | 1989-08, 1989-07, 1988-08 | =, =, =
past | The [Oct. 17] earthquake closed the bridge for [a month]. | 1989-10-17, D:P1M | =, -
past | A [1 1/2-year] study ended. | D:P1.5Y | -
past | A three-judge panel heard a [two-hour] argument. | D:PT2H | -
- | It was the fourth quarter in a row. |  |
past | The one-time charge was taken in [the 1989 first half]. | 1989-H1 | 1989-01-01..1989-06-30
present | The president's term ends in [January 1993]; a successor takes office in [three months]. | 1993-01, D:P3M | =, -
present | [Each Tuesday] the fund publishes its yields for [seven-day] and [30-day] periods. | S:XXXX-WXX-2, D:P7D, D:P30D | -, -, -
past | He was the firm's chairman for [12 years] until [1985]. | D:P12Y, 1985 | -, =
past | The drug has been sold since [February]. | 1989-02 | =
future | The trial is to start [Jan. 8]. | 1990-01-08 | =
past | They said in [January] they would merge. | 1989-01 | =
past | The fund began in [January]. | 1989-01 | =
past | The Chicago exchange opened [Thursday] for [four hours]. | 1989-10-26, D:PT4H | =, -
future | [Last week]'s auction was postponed to [today]. | 1989-W42, 1989-10-26 | 1989-10-16..1989-10-22, =
past | A jury on [Tuesday] convicted the two. | 1989-10-24 | =
past | The two were convicted [Monday] and will be sentenced [Friday]. | 1989-10-23, 1989-10-27 | =, =
future | The auction, originally scheduled for [yesterday], was canceled. | 1989-10-25 | =
@ -
present | The fair opens on [Tuesday] and closes on [April 3]. | XXXX-WXX-2, XXXX-04-03 | -, -
past | The treaty was signed on [April 3, 1922]. | 1922-04-03 | =
past | [Two years later] he resigned. | XXXX | -
past | He resigned [last year], in [March]. | XXXX, XXXX-03 | -, -
@ 1991-01-04
past | Retailers had a poor [December]. | 1990-12 | =
past | The unit was sold in [November] and closed [Dec. 28]. | 1990-11, 1990-12-28 | =, =
future | Talks will begin in [December]. | 1991-12 | =
future | [Fourth-quarter] profit will be lower, and [first-quarter] profit will be flat. | 1990-Q4, 1991-Q1 | 1990-10-01..1990-12-31, 1991-01-01..1991-03-31
past | Sales in [the year] just ended were $4 billion. | 1990 | =
past | [Last month]'s storm was the worst since [February]. | 1990-12, 1990-02 | =, =
past | He took office [Tuesday], [New Year's Day]. | 1991-01-01, 1991-01-01 | =, =
past | The company said in [December] that it would close the plant in [March]. | 1990-12, 1991-03 | =, =
@ -
none | NAIROBI, [May 8, 2019] (Wire) - Police arrested two men on [Tuesday]. | 2019-05-08, 2019-05-07 | =, =
@ 1990-01-04
future | [Fourth-quarter] profit will be lower. | 1989-Q4 | 1989-10-01..1989-12-31
@ 1989-10-10
future | The company said it expects [third-quarter] profit to be flat. | 1989-Q3 | 1989-07-01..1989-09-30
# papers and programmes
@ 2013-03-22
- | The Today programme reported it; Newsnight did not. The Sunday Times and Saturday Review disagreed. |  |
- | In the second half, United scored twice; in the 89th minute, it was 3-2. |  |
- | He scored 2,013 points and wore No. 1999 on Route 66. |  |
- | The Boeing 747 and Flight 370 left gate 12; the A380 costs 2013 dollars. |  |
- | Section 2013 of the act, Rule 1999 and Windows 2000 are old. |  |
- | Shares of 1-800-Flowers rose; the 10-K and form 1040 were filed. |  |
- | The 7-Eleven near 9th Avenue and 5th Street opened 24/7. |  |
- | The 18-year-old, aged 18, and a 3-month-old baby; a man of 45 years of age. |  |
- | A 5-year-old law and the two-year-old war. |  |
- | She weighed 3 pounds, 7 ounces; he ran 5 km in 15:32 and won 6-4, 6-3. |  |
present | He earns $20 [an hour] and drives 60 miles an hour, or 100 km per hour. | S:PT1H | -
- | The Six-Day War and the Hundred Years' War and the Thirty Years War ended. |  |
past | The Yom Kippur War of [October 1973] began on [Oct. 6]. | 1973-10, 1973-10-06 | =, =
none | The Tiananmen crackdown of [June 4, 1989], and the [1989] protests; the ['68] riots. | 1989-06-04, 1989, 1968 | =, =, =
none | The [September 11] attacks, the [9/11] commission and the [Sept. 11, 2001], hijackings. | 2001-09-11, 2001-09-11, 2001-09-11 | =, =, =
none | The Boston Tea Party in [1773], the Magna Carta of [1215], and the War of [1812]. | 1773, 1215, 1812 | =, =, =
none | The [2012] Olympics, World Cup [2014], Expo 2015, CES [2013] and Euro [2012]. | 2012, 2014, 2013, 2012 | =, =, =, =
- | The 112th Congress, the 44th president and the 50th anniversary. |  |
- | In Act 2, Scene 3; Chapter 7; Psalm 23; John 3:16. |  |
none | Call 020 7946 0958 or (212) 555-0147 by [5pm on 22/03/2013]. | T:2013-03-22T17:00 | 2013-03-22
none | The [2.30pm] race; at [11.30 a.m.]; at [14:00] hours; at [0900 hours on Monday]; [6.15pm GMT]. | T:2013-03-22T14:30, T:2013-03-22T11:30, T:2013-03-22T14:00, T:2013-03-18T09:00, T:2013-03-18T18:15Z | 2013-03-22, 2013-03-22, 2013-03-22, 2013-03-18, 2013-03-18
past | Last updated at [10:25 AM ET], [Fri March 22, 2013]. | T:2013-03-22T10:25, 2013-03-22 | 2013-03-22, =
none | In [financial year 2012-13] and in the [2012/13] season; [FY13]; in [Q4]; [Q1 2013]; [1H12]; [4Q12]. | 2012/2013, 2012/2013, 2013, 2012-Q4, 2013-Q1, 2012-H1, 2012-Q4 | 2012-01-01..2013-12-31, 2012-01-01..2013-12-31, =, 2012-10-01..2012-12-31, 2013-01-01..2013-03-31, 2012-01-01..2012-06-30, 2012-10-01..2012-12-31
none | In [mid-March], [late in February], by [early April], at [the end of next month], in [the middle of the year]. | 2013-03, 2013-02, 2013-04, 2013-04, 2013 | 2013-03-11..2013-03-20, 2013-02-21..2013-02-28, 2013-04-01..2013-04-10, 2013-04-21..2013-04-30, 2013-05-01..2013-08-31
- | The first-ever, the late president, the early bird and the late show. |  |
- | He was late; she is early; the later stages; at an earlier hearing; in later years. |  |
present | The company's [first quarter] ended [March 2]; [the second quarter] begins [this week]. | 2013-Q1, 2013-03-02, 2013-Q2, 2013-W12 | 2013-01-01..2013-03-31, =, 2013-04-01..2013-06-30, 2013-03-18..2013-03-24
none | [Earlier on Friday], [later on Thursday], [late on Tuesday], [early on Monday]. | 2013-03-22, 2013-03-21, 2013-03-19, 2013-03-18 | =, =, =, =
none | At [dawn on Wednesday], before [sunrise], around [midnight], at [noon], by [dusk], shortly before [midday Friday]. | T:2013-03-20TMO, T:2013-03-20TMO, T:2013-03-20T24:00, T:2013-03-20T12:00, T:2013-03-20TEV, T:2013-03-22T12:00 | 2013-03-20, 2013-03-20, 2013-03-20, 2013-03-20, 2013-03-20, 2013-03-22
future | He'll be back in [an hour], in [five minutes], in [a minute], in seconds, in no time. | D:PT1H, D:PT5M, D:PT1M | -, -, -
none | [Every day], [every single day], day after day, day by day, year after year, from year to year, day in, day out. | S:P1D, S:P1D | -, -
none | The [month-long] siege, the [day-long] talks, the [hours-long] standoff, the [years-long] war, a [weeklong] trip. | D:P1M, D:P1D, D:PTXH, D:PXY, D:P1W | -, -, -, -, -
none | Within [two weeks] of the vote, within [a month], within [24 hours]; inside [a week]; after a while; for a while. | D:P2W, D:P1M, D:PT24H, D:P1W | 2013-03-22..2013-04-05, 2013-03-22..2013-04-22, 2013-03-22..2013-03-23, -
future | Over [the years], through [the years], in [years], for ages, since forever; for [years] to come. | D:PXY, D:PXY, D:PXY, D:PXY | -, -, -, -
none | [The previous week], [the week before last], [the month before], [the year before last], [two years before]. | 2013-W11, 2013-W10, 2013-02, 2011, 2009 | 2013-03-11..2013-03-17, 2013-03-04..2013-03-10, =, =, =
none | [The day before yesterday], [the day after tomorrow], [the night before last], [the other day]. | 2013-03-20, 2013-03-24, T:2013-03-20TNI, PAST_REF | =, =, 2013-03-20, -
none | On [the same day], [that same day], [the same night], [that very night], [later that night]. | 2013-03-22, 2013-03-22, T:2013-03-22TNI, T:2013-03-22TNI, T:2013-03-22TNI | =, =, 2013-03-22, 2013-03-22, 2013-03-22
none | On [Monday night] or [Tuesday morning], between [8 p.m.] and [10 p.m. on Sunday], from 9 to 5, 9-5. | T:2013-03-18TNI, T:2013-03-19TMO, T:2013-03-19T20:00, T:2013-03-17T22:00 | 2013-03-18, 2013-03-19, 2013-03-19, 2013-03-17
past | He served in the army from [1939-45], [1950] to [1953] and in [1967–68]. | 1939/1945, 1950, 1953, 1967/1968 | 1939-01-01..1945-12-31, =, =, 1967-01-01..1968-12-31
none | Between [March] and [May], from [June] through [August], since [January] and until [December]. | 2013-03, 2013-05, 2013-06, 2013-08, 2013-01, 2012-12 | =, =, =, =, =, =
none | [January]-[March] sales, the [April]-[June] quarter, the [July]/[August] issue; [October] to [December]. | 2013-01, 2013-03, 2013-04, 2013-06, 2013-07, 2013-08, 2012-10, 2012-12 | =, =, =, =, =, =, =, =
none | The [January 15]-[17] meeting; [March 5], [6] and [7]; [June 1, 2013]-[May 31, 2014]. | 2013-01-15, 2013-01-17, 2013-03-05, 2013-03-06, 2013-03-07, 2013-06-01, 2014-05-31 | =, =, =, =, =, =, =
none | In the first week of [the new year], on [New Year's Eve], over New Year, Lunar New Year. | 2013, 2012-12-31 | 2013-01-01..2013-01-31, =
past | It has been [10 years] since the war; it's [two years] [this month]; [five years] on. | D:P10Y, D:P2Y, 2013-03, D:P5Y | -, -, =, -
none | For the first time in [20 years]; the worst in [a decade]; the biggest in living memory; the coldest [March] since [1962]. | D:P20Y, D:P1DE, 2013-03, 1962 | -, -, =, =
none | By [2020]; by [mid-2014]; as of [March 1]; as of [now]; effective immediately; until further notice. | 2020, 2014, 2013-03-01, PRESENT_REF | =, 2014-05-01..2014-08-31, =, 2013-03-22
present | He has until [Thursday]; it lasts through [Sunday]; up to and including [April 30]; not before [June]. | 2013-03-28, 2013-03-24, 2013-04-30, 2013-06 | =, =, =, =
- | Nearly three-quarters of people; a quarter of voters; one third; two-thirds; the first two. |  |
- | This time around, next time, last time, the first time, at times, in time, on time, half-time. |  |
none | [Cyber Monday], [Martin Luther King Day], [Presidents' Day], [Veterans Day], [Mother's Day], [Halloween], [St. Patrick's Day]. | 2012-11-26, 2013-01-21, 2013-02-18, 2012-11-11, 2013-05-12, 2012-10-31, 2013-03-17 | =, =, =, =, =, =, =
# stories told in steps
@ 1998-02-27
none | NYT-[02-27-98 2042EST] | T:1998-02-27T20:42 | 1998-02-27
none | AP-NY-[02-27-98 2134EST] | T:1998-02-27T21:34 | 1998-02-27
past | NEWS STORY [02/27/1998 16:18:24] Two planes collided. | T:1998-02-27T16:18:24 | 1998-02-27
past | In [the last forty-eight hours] and in [twenty-four hours], it changed. | D:PT48H, D:PT24H | 1998-02-25..1998-02-27, -
past | In [nineteen ninety-one], and in [nineteen eighty], he was ill. | 1991, 1980 | =, =
past | [The nineteen sixties] were loud; he was born in [nineteen oh five]. | 196, 1905 | 1960-01-01..1969-12-31, =
past | On [October twenty-fifth] the ship sank. | 1997-10-25 | =
present | The trial opens [March 5], [6] and [7]. | 1998-03-05, 1998-03-06, 1998-03-07 | =, =, =
past | Its [1996] loss was wider than its [1995] loss. | 1996, 1995 | =, =
present | A [1996] study and this [1997] law are cited in the firm's [1998] plan. | 1996, 1997, 1998 | =, =, =
present | [Today], the company employs 400 people and has three plants. | PRESENT_REF | 1998-02-27
present | [Today]'s young people want more; in [today]'s world nobody waits. | PRESENT_REF, PRESENT_REF | 1998-02-27, 1998-02-27
past | The minister resigned [today]. | 1998-02-27 | =
present | Parliament meets [today]. | 1998-02-27 | =
present | The carnival ends on [Shrove Tuesday], and shops close on [Canada Day]. | 1998-02-24, 1998-07-01 | =, =
present | [Whit Monday] and [Ascension Day] are holidays. | 1998-06-01, 1998-05-21 | =, =
present | The two-for-one split takes effect [March 31] for holders of record [March 10]. | 1998-03-31, 1998-03-10 | =, =
past | For [the fourth quarter] ended [Dec. 31], it earned $3 million. | 1997-Q4, 1997-12-31 | 1997-10-01..1997-12-31, =
past | For [the year] ended [Dec. 31], it earned $9 million. | 1997, 1997-12-31 | =, =
past | He spoke from [10:30 a.m.] until [11 a.m. on Feb. 26]. | T:1998-02-27T10:30, T:1998-02-26T11:00 | 1998-02-27, 1998-02-26
past | Since the [Feb. 13] attack, three more have died. | 1998-02-13 | =
past | He had arrived [five days earlier], on [Feb. 19]. | 1998-02-19, 1998-02-19 | =, =
past | The storm struck on [the night of Jan. 8] and lasted until [the morning of Jan. 10]. | T:1998-01-08TNI, T:1998-01-10TMO | 1998-01-08, 1998-01-10
past | The attack came [one day] after the bombing and [a week] before the vote. | D:P1D, D:P1W | -, -
past | [Two weeks] before [Christmas], the mine closed. | D:P2W, 1997-12-25 | -, =
past | In [December 1997] he left; [the previous month] he had been warned. | 1997-12, 1997-11 | =, =
past | In [1995] she moved to Ohio. [The next year] she married. [Three years later] she died. | 1995, 1996, 1999 | =, =, =
past | He was arrested [Jan. 30]. [The following week], he was freed. [Four days later] he fled. | 1998-01-30, 1998-W06, 1998-02-03 | =, 1998-02-02..1998-02-08, =
past | The bank failed in [March 1991]. [That summer], and [that year], 12 others failed. | 1991-03, 1991-SU, 1991 | =, 1991-06-01..1991-08-31, =
past | In [the 1990s], as in [the previous decade], it grew. | 199, 198 | 1990-01-01..1999-12-31, 1980-01-01..1989-12-31
past | The company earned $4 million in [1997], up from $3 million [the year before]. | 1997, 1996 | =, =
past | It earned $4 million in [the first quarter], up from $3 million [the previous quarter]. | 1998-Q1, 1997-Q4 | 1998-01-01..1998-03-31, 1997-10-01..1997-12-31
past | He said [last week] that the cut announced in [January] would take effect in [April]. | 1998-W08, 1998-01, 1998-04 | 1998-02-16..1998-02-22, =, =
past | The Kremlin said [Thursday] that the visit, planned for [April], had been moved to [May]. | 1998-02-26, 1998-04, 1998-05 | =, =, =
past | [Earlier this year], in [January], he met the pope; [later this year] he will meet the queen. | 1998, 1998-01, 1998 | 1998-01-01..1998-02-27, =, 1998-02-27..1998-12-31
future | The meeting, on [Monday], will be followed by one on [Wednesday]. | 1998-03-02, 1998-03-04 | =, =
past | The meeting was on [Monday], the day the bombing began; another was held [Wednesday]. | 1998-02-23, 1998-02-25 | =, =
past | Officials expected a verdict [Friday] but the jury was sent home [Thursday]. | 1998-02-27, 1998-02-26 | =, =
future | It will open between [Monday] and [Thursday]. | 1998-03-02, 1998-03-05 | =, =
future | Two men were to be hanged [Tuesday]. | 1998-03-03 | =
future | The court had been due to rule [Wednesday]. | 1998-03-04 | =
future | They will have left by [Sunday]. | 1998-03-01 | =
present | If the strike goes on until [Tuesday], the port will close. | 1998-03-03 | =
future | He could be freed as early as [Monday] and as late as [July]. | 1998-03-02, 1998-07 | =, =
future | The bill would ban exports after [Jan. 1, 2000]. | 2000-01-01 | =
# stories of another year
@ 2014-04-24
past | It was [July 2001] and the firm had no chief. In [March], Anna Berg had become its chairman. | 2001-07, 2001-03 | =, =
past | By [July 2001], the firm had moved. He told the staff [that night]. | 2001-07, T:XXXX-XX-XXTNI | =, -
past | Some traders found [Wednesday]'s statement to be weak. | 2014-04-23 | =
- | He spent his last decade in Oslo. See the Pictures of the Week. |  |
- | Compassion is the order of the day. |  |
past | The army took the town on [May 3, 2001]. [That night], it burned. | 2001-05-03, T:2001-05-03TNI | =, 2001-05-03
past | The firm was sold in [July 2001]. The mayor quit in [March]. | 2001-07, 2014-03 | =, =
present | The office is open from [1800] to [2100 hrs on Friday]. | T:2014-04-24T18:00, T:2014-04-25T21:00 | 2014-04-24, 2014-04-25
past | The raid began at [0430 hours] and ended at [0600 hours]. | T:2014-04-24T04:30, T:2014-04-24T06:00 | 2014-04-24, 2014-04-24
past | The engine ran for [2000 hours]. | D:PT2000H | -
# order told by the article
@ 2023-06-01
past | The filing of [25/05/2019] replaced that of [03/04/2011]. | 2019-05-25, 2011-04-03 | =, =
past | The filing of [05/25/2019] replaced that of [03/04/2011]. | 2019-05-25, 2011-03-04 | =, =
past | The filing of [03/04/2011] was lost. | 2011-XX-XX | -
none | Updated [06/02/2023]. The filing of [03/04/2011] was lost. | 2023-06-02, 2011-03-04 | =, =
- | Use the BK1050S or see https://example.org/register-2026/ for more. |  |
# years and their parts
@ 1989-10-30
past | In [last year's third quarter] it earned $9 million. | 1988-Q3 | 1988-07-01..1988-09-30
past | For [the nine months], net was $61 million, compared with $55 million in [the like period of 1988]. | D:P9M, 1988 | -, =
present | Starts for [the first nine months] were down 7% from [the like period last year]. | D:P9M, 1988 | -, =
future | [The weekend] storm may cut output. | 1989-W43-WE | 1989-10-28..1989-10-29
past | In [the early 1970s] the bank had one branch; [a decade later] it had 40. | 197, 198 | 1970-01-01..1973-12-31, 1980-01-01..1989-12-31
past | [This year's first quarter] was weak, and [next year's second half] will be strong. | 1989-Q1, 1990-H2 | 1989-01-01..1989-03-31, 1990-07-01..1990-12-31
past | He retired in [June]. In a [1986] interview he recalled the war. | 1989-06, 1986 | =, =
past | The payment had been made [each quarter] since [early 1987]. | S:P3M, 1987 | -, 1987-01-01..1987-04-30
future | He will hear the case [Nov. 13]; the union said [Monday] that it would accept the offer it had rejected in [September]. | 1989-11-13, 1989-10-30, 1989-09 | =, =, =
past | The old contract expired on [June 30], [five days] before the walkout. | 1989-06-30, D:P5D | =, -
# feasts and steps
@ 2013-03-25
past | Snow fell across Britain days before [Easter]. | 2013-03-31 | =
past | The firm closed its shop [two weeks] before [Christmas]. | D:P2W, 2012-12-25 | -, =
past | The truce was reached before [Good Friday]. | 2013-03-29 | =
past | The boy was found on [Thanksgiving Day] and freed on [Friday]. | 2012-11-22, 2013-03-22 | =, =
@ 1999-11-30
past | Police arrested four men on [Saturday]; by [Monday evening] a crowd had gathered, and some had been there since [6 a.m.] | 1999-11-27, T:1999-11-29TEV, T:1999-11-29T06:00 | =, 1999-11-29, 1999-11-29
past | A warning was sent [two weeks ago]; the funeral was held [Monday], and a reward was offered [the same day]. | 1999-W46, 1999-11-29, 1999-11-29 | 1999-11-15..1999-11-21, =, =
past | [One year ago today], Poland joined the pact. | 1998-11-30 | =
past | The board of the bank has met [monthly] since [the spring]. | S:P1M, 1999-SP | -, 1999-03-01..1999-05-31
future | The ferry, due [Thursday], was late. | 1999-12-02 | =
past | The envoy left for Oslo on [Sunday] for [three days] of talks that end [Wednesday]. | 1999-11-28, D:P3D, 1999-12-01 | =, -, =
past | The contract, signed in [1998], runs through [2003] and may be renewed [every five years]. | 1998, 2003, S:P5Y | =, =, -
present | The hearing resumes at [9:30 a.m. tomorrow] in Room 1999. | T:1999-12-01T09:30 | 1999-12-01
"""
