"""Words with a full stop that may not end a sentence, in several languages, and words that begin many."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Before a name or more of the sentence: they never end one.
BEFORE_NAMES = _words("""
    Mr Mrs Ms Mx Messrs Dr Prof Rev Hon Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Sen Rep Gov Pres Amb Insp Supt
    St Ste Mt Ft vs cf approx
    Hr Fr Frl bzw vgl sog ca tzw
    MM Mme Mlle Sr Sra Srta Dra Sig Dott Ing
    Dhr Mw bijv zgn
    prof dr ul inż mgr np
    им ул ст тов проф акад
    Sn
""")
#: Before a number.
BEFORE_NUMBERS = _words("""
    No Nos Nr Art Arts Sec Sect Fig fig Vol vol Ch Chap pp para paras
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Abs Kap Ziff cap núm pág nr str
""")
#: These may also end a sentence: they do before a word that begins many.
ANYWHERE = _words("""
    etc Inc Ltd Co Corp Jr Bros al Ave Blvd Dept Est ed
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    usw Mio Mrd
    млн млрд тыс гг тис рр
""")
#: None of them is a part of many names, as "Le" and "De" are.
BEGINNINGS = _words("""
    The They He She It We You An This That These Those There Then In On At By For From After Before But And
    Or So As If When While Both No Not Its His Her Their Our Two Three Four Neither Later Meanwhile However
    According
    Der Die Das Ein Eine Er Sie Es Wir Im Am Auf Nach Vor Mit Bei Aber Und Dann Danach
    Les Une Il Elle Ils Elles Ce Cette Ces Dans Après Avant Mais Puis
    El Él Ella Ellos Tras Después Pero Luego Gli Una Dopo Poi Os As Um Uma Ele Ela Em Após Depois
    Het Een Hij Zij Ze Maar Toen Daarna
    Он Она Они Это После Но На Він Вона Вони Це Після Але Na Ona Oni Po Ale
""")
