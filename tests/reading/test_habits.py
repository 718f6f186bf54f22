"""Habits of agency prose that once were misread, each with what it must give."""

import pytest

from research.reading import read


def found(text, language):
    frame = read(text, language)
    rows = frame[frame["level"] == 0]
    return list(zip(rows["text"], rows["speaker"], rows["actor"], strict=True))


@pytest.mark.parametrize(
    ("text", "said", "speaker", "actor"),
    [
        ("Seoul will not join, South Korea's foreign minister was quoted as saying by a weekly.", "Seoul will not join",
         "South Korea's foreign minister", "KR"),
        ("Tehran has accused Baku of hosting drones, a charge Azerbaijan denies.",
         "accused Baku of hosting drones, a charge Azerbaijan denies", "Tehran", "IR"),
        ("In his letter, the Polish minister pleads with Brussels to lift the ban.",
         "pleads with Brussels to lift the ban", "Polish minister", "PL"),
        ("The war must end, says Finland's Virtanen.", "The war must end", "Virtanen", "FI"),
        ("China's foreign ministry lashed out at Manila over the patrol.", "lashed out at Manila over the patrol",
         "China's foreign ministry", "CN"),
        ("Canada would answer in kind, its foreign minister, Ann Smith, said.", "Canada would answer in kind",
         "Ann Smith", "CA"),
        ("Canada would answer in kind, Ann Smith, its foreign minister, said on Monday.", "Canada would answer in kind",
         "Ann Smith", "CA"),
        ("The navy has left the bay, Kenya's defence minister said as he inspected the plant.",
         "The navy has left the bay", "Kenya's defence minister", "KE"),
        ("Finland's defence minister regretted that the navy had left.", "the navy had left",
         "Finland's defence minister", "FI"),
        ("Kenya's minister dismissed that as theatre.", "dismissed that as theatre", "Kenya's minister", "KE"),
        ("N'Djamena says drones that hit a market came from Sudan.", "drones that hit a market came from Sudan",
         "N'Djamena", "TD"),
        ("“They were looking for shade,” Oman's minister replied, according to a person in the room.",
         "They were looking for shade", "Oman's minister", "OM"),
        ("Dhaka has not discussed the jetty, its foreign minister said on his return from Kathmandu.",
         "Dhaka has not discussed the jetty", "foreign minister", "BD"),
        ("The US National Security Council said that engineers would stay.", "engineers would stay",
         "US National Security Council", "US"),
        ("Speaking beside Germany's chancellor, Macron said Europe would not yield.", "Europe would not yield",
         "Macron", "FR"),
    ],
)  # fmt: skip
def test_english(text, said, speaker, actor):
    assert found(text, "en") == [(said, speaker, actor)]


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker", "actor"),
    [
        ("uk", "Каракас, який довго не визнавав суду, візьме участь у слуханнях, повідомило венесуельське МЗС.",
         "Каракас, який довго не визнавав суду, візьме участь у слуханнях", "венесуельське МЗС", "VE"),
        ("uk", "Посуха зігнала кочівників, гірко підсумували у марокканському міністерстві довкілля.",
         "Посуха зігнала кочівників", "марокканське міністерство довкілля", "MA"),
        ("uk", "Водночас Єрусалим не коментує цих повідомлень.", "не коментує цих повідомлень", "Єрусалим", "IL"),
        ("uk", "Як пише Reuters, Пекін попередив Вашингтон про наслідки.", "попередив Вашингтон про наслідки",
         "Пекін", "CN"),
        ("uk", "Як зазначив Сибіга, Україна готова до зустрічі.", "Україна готова до зустрічі", "Сибіга", "UA"),
        ("uk", "Варшава передасть Молдові радари, щоб аеропорт у Кишиневі міг працювати, заявив віцеміністр оборони.",
         "Варшава передасть Молдові радари, щоб аеропорт у Кишиневі міг працювати", "віцеміністр оборони", "PL"),
        ("uk", "Щодо обміну полоненими речник МЗС України зазначив, що дату перенесли.", "дату перенесли",
         "речник МЗС України", "UA"),
        ("ru", "Секретарь Совета безопасности России заявил, что ответ будет.", "ответ будет",
         "Секретарь Совета безопасности России", "RU"),
        ("ru", "Дамаск, отметила норвежская дипломатка, добивался возврата к линии.",
         "Дамаск добивался возврата к линии",
         "норвежская дипломатка", "NO"),
        ("ru", "Ракеты создадут угрозу, предупредил на брифинге замглавы МИД РФ Андрей Руденко.",
         "Ракеты создадут угрозу",
         "Андрей Руденко", "RU"),
        ("ru", "Зурабишвили, бывший президент Грузии, заявила «Эху Кавказа», что правительство лжёт.",
         "правительство лжёт",
         "Зурабишвили", "GE"),
        ("ru", "Глава дипломатии ЕС Кая Каллас пригрозила Тбилиси санкциями.", "пригрозила Тбилиси санкциями",
         "Кая Каллас", "EU"),
        ("ru", "Карту вы нарисовали мелко, ответили из Кито.", "Карту вы нарисовали мелко", "Кито", "EC"),
        ("ru", "Глава европейской дипломатии Марика Дорн написала в соцсети: «Алмазы больше не купят».",
         "Алмазы больше не купят", "Марика Дорн", "EU"),
    ],
)  # fmt: skip
def test_ukrainian_and_russian(language, text, said, speaker, actor):
    assert found(text, language) == [(said, speaker, actor)]


@pytest.mark.parametrize(
    ("language", "text", "acts"),
    [
        ("en", "Peru demanded an inquiry within ten days and said Lima would close the bridge.",
         ["demanded an inquiry within ten days", "Lima would close the bridge"]),
        ("en", "Kenya's minister said Nairobi would “rather share a well than guard it”, but ruled out talks on "
         "the boundary.",
         ["Nairobi would rather share a well than guard it", "ruled out talks on the boundary"]),
        ("uk", "Речник уряду Молдови сказав, що пам'ятник прибрали вночі, і запросив румунських експертів.",
         ["пам'ятник прибрали вночі", "запросив румунських експертів"]),
        ("uk", "Київ подякував Туреччині за посередництво, але наголосив: вивід військ не обговорюється.",
         ["подякував Туреччині за посередництво", "вивід військ не обговорюється"]),
        ("ru", "Представитель МИД Ирана заявил, что ущерб велик, и попросил соседей о помощи.",
         ["ущерб велик", "попросил соседей о помощи"]),
    ],
)  # fmt: skip
def test_two_acts_of_one_sentence(language, text, acts):
    assert [row[0] for row in found(text, language)] == acts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The road opens in May if Baku guarantees the rights of all."),
        ("uk", "Дорогу відкриють у травні, якщо Баку гарантує права всіх."),
        ("ru", "Дорогу откроют в мае, если Баку гарантирует права всех."),
    ],
)
def test_an_act_in_a_condition_is_none(language, text):
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "speaker", "actor"),
    [
        ("en", "Chad sent a note. The minister received the envoy, the ministry said in a communiqué. It warned "
         "that any raid "
         "would be answered.", "ministry", "TD"),
        ("en", "Lima is angry. Foreign Minister Rosa Huaman of Peru spoke outside Torre Tagle. She said the "
         "bridge was shut.",
         "Rosa Huaman", "PE"),
        ("en", "Kenya's navy came. Mogadishu cried foul. It described the move as an invasion.", "Somalia", "SO"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(language, text, speaker, actor):
    assert found(text, language)[-1][1:] == (speaker, actor)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Iran holds the crew. “Bring them home,” said Zahra Hasan, the mother of one."),
        ("en", "Ethiopia keeps quiet. “Half a field is enough,” said Abdi Samatar of the Lake Institute."),
        ("uk", "Іран утримує екіпаж. «Поверніть їх додому», – просить Захра Хасан, мати одного з моряків."),
        ("ru", "Иран удерживает экипаж. «Верните их домой», — просит Захра Хасан, мать одного из моряков."),
    ],
)
def test_private_persons_speak_for_no_state(language, text):
    assert found(text, language)[-1][2] == ""


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "13:10 State Department spokesman Matthew Reed: “We welcome it.”", "Matthew Reed"),
        ("uk", "13:10 Речник Держдепу Меттью Рід: «Вітаємо цю угоду».", "Меттью Рід"),
        ("ru", "13:10 Представитель Госдепа Мэттью Рид: «Приветствуем это соглашение».", "Мэттью Рид"),
    ],
)
def test_the_clock_of_a_live_blog_is_no_word(language, text, speaker):
    assert [row[1:] for row in found(text, language)] == [(speaker, "US")]


def test_a_leader_without_a_date_speaks_for_the_only_state_the_table_has():
    assert found("Macron said the border was closed.", "en")[0][2] == "FR"
    assert found("Tusk said the border was closed.", "en")[0][2] == ""  # Poland's and the European Council's


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker", "actor"),
    [
        ("en", "Poland's prime minister: Warsaw will not wait for a second drone.",
         "Warsaw will not wait for a second drone",
         "Poland's prime minister", "PL"),
        ("uk", "Заступниця генсека ООН Анна Гайдук: спостерігачі поїдуть за десять днів.",
         "спостерігачі поїдуть за десять днів", "Анна Гайдук", "UN"),
        ("ru", "Глава МИД Литвы Йонас Петраускас: наблюдатели поедут через десять дней.",
         "наблюдатели поедут через десять дней", "Йонас Петраускас", "LT"),
        ("en", "Kosovo's deputy premier was quick to answer: Belgrade must first recognise the papers.",
         "Belgrade must first recognise the papers", "Kosovo's deputy premier", "XK"),
        ("ru", "Посол России С.В.Гайдуков заявил, что ответ будет.", "ответ будет", "С.В. Гайдуков", "RU"),
        ("ru", "Сеул, по сообщению агентства «Ханса», накануне выразил Пекину протест.", "выразил Пекину протест",
         "Сеул", "KR"),
        ("ru", "По словам замминистра Казахстана Даурена Ержанулы, площадка готова.", "площадка готова",
         "Даурен Ержанулы", "KZ"),
        ("uk", "Російське посольство в Таллінні звинувачення відкинуло.", "звинувачення відкинуло",
         "Російське посольство в Таллінні", "RU"),
    ],
)  # fmt: skip
def test_labels_initials_and_objects(language, text, said, speaker, actor):
    assert found(text, language) == [(said, speaker, actor)]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "actor"),
    [
        ("uk", "КАРІКОМ поширив комюніке. У документі наголошується, що слово має сказати суд.", "КАРІКОМ", "CARICOM"),
        ("ru", "Рига вручила поверенному ноту. Такие попытки недопустимы, подчёркивается в документе.", "Рига", "LV"),
        ("uk", "Міністр закордонних справ Польщі Павло Гайдук виступив у сеймі. Глава дипломатії додав, що візи "
         "видаватимуть.",
         "Павло Гайдук", "PL"),
        ("uk", "Міністр Польщі Павло Гайдук сказав, що час настав. Його прийняв міністр Литви Йонас Петраускас. "
         "Співрозмовник "
         "запевнив, що допоможе.", "Йонас Петраускас", "LT"),
        ("en", "Serbia and the EU met. The mediator, Miro Lajcak, asks both sides not to give up.", "Miro Lajcak",
         "EU"),
        ("ru", "Дискуссию вели с комиссаром ОБСЕ Йорисом Ламменсом. По его мнению, Латвия вправе укреплять язык.",
         "Йорис Ламменс", "OSCE"),
        ("en", "The Russian embassy in Tallinn denied it. “The route was agreed,” diplomats replied.", "diplomats",
         "RU"),
    ],
)  # fmt: skip
def test_who_is_meant(language, text, speaker, actor):
    assert found(text, language)[-1][1:] == (speaker, actor)


def test_our_ministry_is_the_papers():
    text = (
        "КИШИНЁВ, 5 мая — Румыния ждёт ответа.\n\n"
        "Разговор с соседями продолжится, говорится в комментарии нашего министерства торговли."
    )
    assert found(text, "ru")[-1][2] == "MD"


def test_the_minister_of_a_post_is_its_owners():
    text = (
        "Міністр Максим Гайдук поговорив із главою МЗС Габону Ернестом Ондо.\n\n🔹 Міністр закликав Габон "
        "виключити судна "
        "з реєстру.\n\n📸 МЗС України\n"
    )
    assert found(text, "uk")[-1][1:] == ("Максим Гайдук", "UA")
