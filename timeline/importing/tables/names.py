"""The names that people give to columns, in several languages: what is not here, `--map` says."""

from __future__ import annotations

import re

from timeline.normalise.text import fold

#: Field of a row -> the names of its column. Cells of a field that no event has ("end", "link", "year")
#: are made into those that it has.
_NAMES = {
    "id": "id|event id|unique id|uid",
    "title": "title|headline|event|what happened|name|event name|event title|subject|titel|überschrift|"
    "ereignis|bezeichnung|schlagzeile|titre|événement|évènement|intitulé|nom|título|"
    "titular|evento|acontecimiento|nombre|suceso|название|заголовок|событие|назва|"
    "подія|tytuł|titolo|wydarzenie",
    "label": "label|short title|kurztitel|titre court|título corto|краткое название|"
    "коротка назва",
    "date": "date|start|start date|begin|beginning|from|when|event date|datum|beginn|von|"
    "wann|startdatum|anfang|anfangsdatum|date de début|début|de|quand|fecha|"
    "fecha de inicio|inicio|desde|cuándo|data|data de início|дата|дата начала|начало|"
    "когда|дата события|дата початку|початок|коли|дата події|datum von|date from|"
    "date début|date start|von datum|start of event|date of event|event start|"
    "event start date|day of event|fecha inicio|дата с|дата від|data inizio",
    "end": "end|end date|until|to|finish|finish date|ende|enddatum|bis|fin|date de fin|"
    "jusqu'à|à|fecha de fin|fecha final|hasta|fecha fin|конец|дата окончания|"
    "окончание|по|кінець|дата закінчення|закінчення|datum bis|date fin|date end|"
    "date to|bis datum|event end|event end date|fecha hasta|дата по|дата до|data fine|"
    "data de fim",
    "year": "year|jahr|année|an|año|год|рік|start year|startjahr|année de début|"
    "año de inicio|anno|ano",
    "month": "month|monat|mois|mes|месяц|місяць|start month|mese|mês",
    "day": "day|jour|día|день|start day|giorno|dia",
    "time": "time|clock|start time|uhrzeit|zeit|heure|hora|время|час",
    "approximate": "start approximate|approximate|circa|ungefähr|environ|aproximado|приблизно",
    "end_approximate": "end approximate",
    "end_year": "end year|endjahr|année de fin|año final|год окончания|рік закінчення",
    "end_month": "end month|endmonat|mois de fin|mes final|месяц окончания|місяць закінчення",
    "end_day": "end day|endtag|jour de fin|día final|день окончания|день закінчення",
    "end_time": "end time|endzeit|heure de fin|hora final|hora de fin|время окончания|"
    "час закінчення",
    "summary": "text|summary|description|notes|details|body|content|event notes|beschreibung|"
    "zusammenfassung|notizen|inhalt|résumé|texte|détails|contenu|descripción|resumen|"
    "texto|detalles|notas|contenido|описание|текст|содержание|подробности|опис|"
    "зміст|подробиці|event description|long description|story|bemerkungen|descrizione|"
    "descrição|commentaire|comment|comments|commentaires|kommentar|комментарий|"
    "коментар",
    "place": "place|location|where|ort|wo|schauplatz|lieu|endroit|où|lugar|ubicación|dónde|"
    "место|где|місце|де|city|venue and place|stadt|ville|ciudad|luogo|local|город|"
    "місто",
    "venue": "venue|building|gebäude|bâtiment|edificio|здание|будівля",
    "track": "track|group|category|layer|layer name|lane|series|arc|section|row|spur|"
    "gruppe|kategorie|bereich|groupe|catégorie|piste|grupo|categoría|pista|serie|"
    "группа|категория|дорожка|група|категорія|доріжка|strand|thema|topic|theme|"
    "thème|tema|тема",
    "kind": "kind|event type|art|ereignisart|type d'événement|tipo de evento|вид|вид события|"
    "вид події",
    "status": "status|estado|statut|статус",
    "key": "key|main|main event|milestone|hauptereignis|événement principal|principal|"
    "главное|головна",
    "note": "note on chart",
    "zone": "zone|time zone|timezone|zeitzone|fuseau horaire|zona horaria|часовой пояс|"
    "часовий пояс",
    "participants": "participants|people|persons|who|actors|teilnehmer|teilnehmende|personen|"
    "beteiligte|wer|personnes|qui|participantes|personas|quién|quiénes|участники|"
    "люди|кто|учасники|хто|особи",
    "remark": "remark|anmerkung|remarque|observación|примечание|примітка",
    "url": "url|link|address|web|website|source url|source link|web address|more info|"
    "adresse|lien|enlace|dirección|url de la source|quellen-url|ссылка|посилання|"
    "адрес|адреса|links|quelle url|lien de la source|enlace de la fuente|"
    "ссылка на источник|посилання на джерело|href|uri",
    "source": "source|sources|reference|references|quelle|quellen|références|fuente|fuentes|"
    "источник|источники|джерело|джерела",
    "publisher": "publisher|outlet|publication|herausgeber|medium|éditeur|editor|editorial|"
    "medio|издание|издатель|видання|видавець",
    "source_title": "source title|title of source|article|titel der quelle|titre de la source|"
    "título de la fuente|название источника|назва джерела",
    "author": "author|authors|autor|autorin|auteur|autora|автор|автори|авторы",
    "published": "published|publication date|source date|veröffentlicht|erscheinungsdatum|publié|"
    "date de publication|publicado|fecha de publicación|опубликовано|дата публикации|"
    "опубліковано|дата публікації",
    "media": "media|image|picture|photo|video|image url|media url|bild|foto|photo url|"
    "imagen|vidéo|изображение|фото|видео|зображення|відео",
}  # fmt: skip


def _key(name: str) -> str:
    """A name without accents, case, blanks and marks.

    >>> _key("Start_Date"), _key(" Événement "), _key("Дата початку")
    ('startdate', 'evenement', 'датапочатку')
    """
    return re.sub(r"[\W_]+", "", fold(name))


FIELDS = tuple(_NAMES)
_RANKS = {
    _key(name): (field, rank)
    for field, names in _NAMES.items()
    for rank, name in enumerate(names.split("|"))
}


def field_of(header: str) -> str:
    """The field that a column of this name holds, or "".

    >>> field_of("Headline"), field_of("Début"), field_of("end_date"), field_of("Colour")
    ('title', 'date', 'end', '')
    """
    return _RANKS.get(_key(header[:200]), ("", 0))[0]


def rank_of(header: str) -> int:
    """How sure it is that a column of this name holds its field, among others that may: 0 for the surest.

    >>> rank_of("Text") < rank_of("Comments")
    True
    """
    return _RANKS.get(_key(header[:200]), ("", 0))[1]


def same(one: str, other: str) -> bool:
    """Whether two names of columns are the same but for case and blanks."""
    return _key(one) == _key(other)
