/** A country as news names it: its name, the adjectives for it, and the places that mean its government. */
export interface Country {
  name: string;
  adjectives: readonly string[];
  /** Other names, then the places by which news means the government. */
  alsoNamed: readonly string[];
  seats: readonly string[];
}

/** `name / adjectives / other names / seats of government`; the last two may be empty. */
const TABLE = `Afghanistan/Afghan//Kabul
Albania/Albanian//Tirana
Algeria/Algerian//Algiers
Argentina/Argentine,Argentinian//Buenos Aires
Armenia/Armenian//Yerevan
Australia/Australian//Canberra
Austria/Austrian//Vienna
Azerbaijan/Azerbaijani,Azeri//Baku
Bangladesh/Bangladeshi//Dhaka
Belarus/Belarusian,Belarussian//Minsk
Belgium/Belgian//
Bolivia/Bolivian//La Paz
Bosnia/Bosnian/Bosnia and Herzegovina/Sarajevo
Brazil/Brazilian//Brasilia
Bulgaria/Bulgarian//Sofia
Cambodia/Cambodian//Phnom Penh
Canada/Canadian//Ottawa
Chile/Chilean//
China/Chinese//Beijing,Peking
Colombia/Colombian//Bogota
Congo/Congolese//Kinshasa
Croatia/Croatian//Zagreb
Cuba/Cuban//Havana
Cyprus/Cypriot//Nicosia
the Czech Republic/Czech/Czech Republic,Czechia/Prague
Denmark/Danish//Copenhagen
Ecuador/Ecuadorian//Quito
Egypt/Egyptian//Cairo
Estonia/Estonian//Tallinn
Ethiopia/Ethiopian//Addis Ababa
Finland/Finnish//Helsinki
France/French//Paris,Elysee
Georgia/Georgian//Tbilisi
Germany/German/West Germany/Berlin,Bonn
Ghana/Ghanaian//Accra
Greece/Greek//Athens
Haiti/Haitian//
Hungary/Hungarian//Budapest
Iceland/Icelandic//Reykjavik
India/Indian//New Delhi,Delhi
Indonesia/Indonesian//Jakarta
Iran/Iranian//Tehran,Teheran
Iraq/Iraqi//Baghdad
Ireland/Irish//Dublin
Israel/Israeli//Jerusalem
Italy/Italian//Rome
Japan/Japanese//Tokyo
Jordan/Jordanian//Amman
Kazakhstan/Kazakh,Kazakhstani//Astana
Kenya/Kenyan//Nairobi
Kosovo/Kosovar//Pristina
Kuwait/Kuwaiti//
Kyrgyzstan/Kyrgyz,Kirghiz//Bishkek
Latvia/Latvian//Riga
Lebanon/Lebanese//Beirut
Libya/Libyan//Tripoli
Lithuania/Lithuanian//Vilnius
Malaysia/Malaysian//Kuala Lumpur
the Maldives/Maldivian/Maldives/
Mexico/Mexican//
Moldova/Moldovan//Chisinau
Mongolia/Mongolian//
Montenegro/Montenegrin//Podgorica
Morocco/Moroccan//Rabat
Myanmar/Burmese/Burma/Naypyidaw
Nepal/Nepalese,Nepali//Kathmandu
the Netherlands/Dutch/Netherlands,Holland/The Hague
New Zealand/New Zealander//Wellington
Nigeria/Nigerian//Abuja
North Korea/North Korean//Pyongyang
North Macedonia/Macedonian/Macedonia/Skopje
Norway/Norwegian//Oslo
Pakistan/Pakistani//Islamabad
Palestine/Palestinian//Ramallah
Peru/Peruvian//Lima
the Philippines/Philippine,Filipino/Philippines/Manila
Poland/Polish//Warsaw
Portugal/Portuguese//Lisbon
Qatar/Qatari//Doha
Romania/Romanian//Bucharest
Russia/Russian/Russian Federation/Moscow,Kremlin
Rwanda/Rwandan//Kigali
Saudi Arabia/Saudi,Saudi Arabian//Riyadh
Serbia/Serbian,Serb//Belgrade
Singapore/Singaporean//
Slovakia/Slovak//Bratislava
Slovenia/Slovenian,Slovene//Ljubljana
Somalia/Somali//Mogadishu
South Africa/South African//Pretoria
South Korea/South Korean//Seoul
the Soviet Union/Soviet/Soviet Union,USSR,U.S.S.R./
Spain/Spanish//Madrid
Sri Lanka/Sri Lankan//Colombo
Sudan/Sudanese//Khartoum
Sweden/Swedish//Stockholm
Switzerland/Swiss//Bern
Syria/Syrian//Damascus
Taiwan/Taiwanese//Taipei
Tajikistan/Tajik//Dushanbe
Tanzania/Tanzanian//
Thailand/Thai//Bangkok
Tunisia/Tunisian//Tunis
Turkey/Turkish//Ankara
Turkmenistan/Turkmen//Ashgabat
Uganda/Ugandan//Kampala
Ukraine/Ukrainian//Kyiv,Kiev
the United Arab Emirates/Emirati/United Arab Emirates,UAE,U.A.E./Abu Dhabi
the UK/British/UK,U.K.,United Kingdom,Britain,Great Britain/London,Downing Street,Whitehall
the US/American/US,U.S.,USA,U.S.A.,United States,United States of America,America/Washington,White House
Uzbekistan/Uzbek//Tashkent
Venezuela/Venezuelan//Caracas
Vietnam/Vietnamese//Hanoi
Yemen/Yemeni//Sanaa
Zimbabwe/Zimbabwean//Harare`;

const list = (text = ''): string[] => (text === '' ? [] : text.split(','));

const COUNTRIES: readonly Country[] = TABLE.split('\n').map((row) => {
  const [name = '', adjectives, alsoNamed, seats] = row.split('/');
  return { name, adjectives: list(adjectives), alsoNamed: list(alsoNamed), seats: list(seats) };
});

/** How a word names a country: by its name, as its adjective, or as the seat of its government. */
export type Naming = 'name' | 'adjective' | 'seat';

const BY_NAME = new Map<string, { country: Country; naming: Naming }>();
for (const country of COUNTRIES) {
  const put = (words: readonly string[], naming: Naming): void => {
    for (const word of words) BY_NAME.set(fold(word), { country, naming });
  };
  put(country.seats, 'seat');
  put(country.adjectives, 'adjective');
  put([country.name, ...country.alsoNamed], 'name');
}

/** The country that words name, and how; `undefined` for other words. "the" before them does not matter. */
export const countryNamed = (words: string): { country: Country; naming: Naming } | undefined =>
  BY_NAME.get(fold(words));

/** `Government of Armenia` */
export const governmentOf = ({ name }: Country): string => `Government of ${name}`;

function fold(words: string): string {
  const lower = words.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '')
    .replace(/^the /, '');
}
