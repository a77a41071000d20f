"""Encodings that nobody names are told from the text, in the languages that use them."""

from __future__ import annotations

from curator.formats.encoding import decoded

TEXTS = {
    "utf-8": (
        "Der Hafen von Söderby blieb geschlossen. „Wir öffnen am Montag“, sagte"
        " Bürgermeisterin Grünwald."
    ),
    "utf-16-le": (
        "The harbour stayed shut. “We open on Monday,” said the mayor. Crews cleared the quay."
    ),
    "utf-16-be": (
        "The harbour stayed shut. “We open on Monday,” said the mayor. Crews cleared the quay."
    ),
    "windows-1252": (
        "Le préfet a déclaré que « la situation était maîtrisée » après "
        "l’orage. Les élèves sont rentrés à l’école, et l’hôpital a été rouvert"
        " dès l’après-midi, a-t-il précisé."
    ),
    "iso-8859-15": (
        "Le maire a promis 300 € à chaque foyer sinistré. Les dégâts étaient "
        "évalués à deux millions, mais l'œuvre de réparation a déjà commencé "
        "près du vieux pont."
    ),
    "windows-1250": (
        "Premiér řekl, že vláda návrh podpoří. „Žádné další škrty nebudou,“ "
        "dodal před novináři v Brně. Opozice však žádá důkladné vyšetření celé "
        "věci."
    ),
    "iso-8859-2": (
        "Rząd zapowiedział, że most zostanie otwarty w środę. Wójt gminy "
        "powiedział, że mieszkańcy są zmęczeni czekaniem i żądają wyjaśnień od "
        "ministerstwa."
    ),
    "windows-1251": (
        "Министр сообщил, что мост откроют в среду. По его словам, рабочие "
        "закончили ремонт раньше срока, и жители могут вернуться домой."
    ),
    "koi8-r": (
        "Министр сообщил, что мост откроют в среду. По его словам, рабочие "
        "закончили ремонт раньше срока, и жители могут вернуться домой."
    ),
    "windows-1254": (
        "Bakan, köprünün çarşamba günü açılacağını söyledi. İşçiler onarımı "
        "erken bitirdi ve köylüler evlerine dönebilecek. Muhalefet ise açıklama"
        " bekliyor, dedi."
    ),
    "shift_jis": (
        "大臣は水曜日に橋を開通させると発表した。作業員は予定より早く修理を終え、住民"
        "は帰宅できると述べた。"
    ),
    "euc-jp": (
        "大臣は水曜日に橋を開通させると発表した。作業員は予定より早く修理を終え、住民"
        "は帰宅できると述べた。"
    ),
    "gb18030": ("部长表示，大桥将于星期三重新开放。工人们提前完成了维修工作，居民可以返回家园。"),
    "big5": ("部長表示，大橋將於星期三重新開放。工人們提前完成了維修工作，居民可以返回家園。"),
    "euc-kr": (
        "장관은 다리가 수요일에 다시 열릴 것이라고 밝혔다. 작업자들은 "
        "예정보다 일찍 수리를 마쳤고 주민들은 집으로 돌아갈 수 있다."
    ),
    "windows-1256": (
        "قال الوزير إن الجسر سيفتح يوم الأربعاء. وأضاف أن العمال أنهوا الإصلاح "
        "قبل الموعد وأن السكان يستطيعون العودة إلى منازلهم."
    ),
    "windows-1253": (
        "Ο υπουργός δήλωσε ότι η γέφυρα θα ανοίξει την Τετάρτη. Οι εργάτες "
        "τελείωσαν νωρίτερα και οι κάτοικοι μπορούν να επιστρέψουν."
    ),
    "mac-roman": (
        "Le préfet a déclaré que la situation était maîtrisée après l’orage. "
        "Les élèves sont rentrés à l’école."
    ),
}
"""A short dispatch for each; three are told by their form, the others by their letters."""


def test_that_seventeen_encodings_of_eighteen_are_told() -> None:
    wrong = [name for name, text in TEXTS.items() if decoded(text.encode(name)).text != text]
    assert len(wrong) <= 1, wrong


def test_that_what_is_told_by_letters_alone_is_called_a_guess() -> None:
    for name, text in TEXTS.items():
        assert decoded(text.encode(name)).guessed is (name != "utf-8"), name
