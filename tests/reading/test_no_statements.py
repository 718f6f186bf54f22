"""Pages that hold no statement: navigation, tables, lists, weather, sport, recipes, code, obituaries, notices."""

from research.reading import read

PAGES = [
    "Головна\nПолітика\nЕкономіка\nСпорт\nКультура\nПро нас\nКонтакти\nРеклама на сайті",
    "Главная | Политика | Экономика | Общество | Культура | Спорт\nВход | Регистрация\nПоиск по сайту",
    "Home\nWorld\nBusiness\nOpinion\nSport\nWeather\nSign in\nSubscribe for $1 a week",
    "Курс валют на 3 березня\nUSD 41,20 41,35\nEUR 44,80 45,10\nPLN 10,40 10,55",
    "Погода у Києві\nПонеділок +3 °C, хмарно.\nВівторок +5 °C, дощ.\nСереда +1 °C, мокрий сніг. Вітер "
    "південний, 7 м/с.",
    "Сегодня в Самаре облачно с прояснениями. Ночью до минус двенадцати. Ветер северный, порывы до 15 м/с. На "
    "дорогах "
    "гололедица.",
    "Rain will spread from the west overnight. Highs of 11C. Winds light, south-westerly. Sunday dry with "
    "sunny spells.",
    "def read(path):\n    with open(path) as file:\n        return file.read()\n\nprint(read('a.txt'))",
    "SELECT name, said FROM quotes WHERE speaker = 'minister';\nINSERT INTO quotes VALUES (1, \"hello\");",
    "Борщ український. Буряк натерти, моркву нарізати. Варити сорок хвилин. Подавати зі сметаною та пампушками.",
    "Блины на кефире. Смешать муку, яйца и соль. Жарить на раскалённой сковороде. Подавать с мёдом.",
    "Beat the eggs with sugar. Fold in the flour. Bake for forty minutes at 180C. Leave to cool before serving.",
    "На 87-му році життя помер академік Степан Гнатюк. Він народився в Ромнах. Прощання відбудеться в четвер "
    "о десятій.",
    "Ушла из жизни учительница Вера Павловна Соколова. Она проработала в школе сорок лет. Похороны состоятся "
    "в субботу.",
    "Margaret Ellis Whitcombe, 91, died peacefully on Tuesday. She was born in Leeds and taught piano. "
    "Donations to the "
    "hospice.",
    "Результати туру: «Десна» – «Ворскла» 2:1, «Полісся» – «Карпати» 0:0. Наступний тур відбудеться в неділю.",
    "«Спартак» обыграл «Зенит» со счётом 3:2. Голы забили Соболев и Промес. Следующий матч пройдёт в субботу.",
    "City beat United 3-1 on Saturday. Haaland scored twice. The next match is on Wednesday at 8 p.m.",
    "Розклад потягів\n7:15 Київ – Львів\n9:40 Київ – Одеса\n12:05 Київ – Харків\n18:30 Київ – Варшава",
    "Отправление 08:40 Москва — Казань\nПрибытие 20:05 Казань\nКупе 3 200 ₽\nПлацкарт 1 900 ₽",
    "Flight EK 204 departs at 10:25 from gate B7.\nFlight BA 12 departs at 11:40 from gate A2.",
    "Квартира 54 кв. м, третій поверх, цегляний будинок. Ремонт 2019 року. Ціна 62 000 $. Телефонуйте після шостої.",
    "Продаётся дом 120 кв. м. Участок шесть соток. Газ, вода, свет. Торг уместен. Звоните в любое время.",
    "Two-bedroom flat, second floor, newly painted. Close to the station. No pets. Available from 1 May.",
    "§ 12. Сторони зобов'язані зберігати таємницю. Договір набирає чинності з дня підписання. Спори вирішує суд.",
    "Статья 5. Настоящий закон вступает в силу с 1 января. Порядок его применения определяется правительством.",
    "Article 4. This agreement enters into force on the date of signature. It is open to accession by all States.",
    "Ми використовуємо файли cookie, щоб поліпшити роботу сайту. Продовжуючи, ви погоджуєтеся з нашою політикою.",
    "Сайт использует файлы cookie. Продолжая, вы соглашаетесь с политикой конфиденциальности. Все права защищены.",
    "We use cookies to improve your experience. By continuing you agree that we may store them. All rights reserved.",
    "Львів — місто на заході України. Населення становить понад 700 тисяч осіб. Засноване в XIII столітті.",
    "Байкал — озеро на юге Восточной Сибири. Его глубина достигает 1642 метров. В него впадают более трёхсот рек.",
    "Lake Victoria lies between Uganda, Kenya and Tanzania. It was named in 1858. Its area is 68,870 square "
    "kilometres.",
    "ЧИТАЙТЕ ТАКОЖ\nМіністр: «Ми підвищимо тарифи»\nПосол заявив, що їде додому\nРечник сказав, де купити квитки",
    "ЧИТАЙТЕ ТАКЖЕ\nПрезидент заявил, что не болен\n«Хватит это терпеть»: глава лиги о судьях\nКремль назвал дату",
    "MOST READ\nMinister says no to cheaper fares\n“I was robbed,” says singer\nKremlin denies rumours",
    "Кросворд. По горизонталі: столиця Данії; річка в Італії. По вертикалі: автор «Кобзаря»; нота.",
    "Министр иностранных дел Чили прибыл в Брасилиа. Стороны обсудили торговлю и рыболовство. Переговоры "
    "длились два часа.",
    "The treaty was signed in 1959. Twelve states took part in the conference. The text has fourteen articles.",
    "Посол Канади відвідала Полтаву. Вона оглянула музей і посадила дуб. Візит тривав один день.",
]


def test_forty_pages_without_a_statement_give_at_most_one():
    assert len(PAGES) == 40
    found = [(page[:40], *read(page)["text"]) for page in PAGES if not read(page).empty]
    assert len(found) <= 1, found
