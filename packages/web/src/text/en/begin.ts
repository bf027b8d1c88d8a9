// Founding a programme: /desk/begin, the first screen of an installation without one.
export const begin = {
  'begin.title': 'Found a programme',
  'begin.lead':
    'Choose the place, the year and the criteria set. The board of its communes is then there; figures come later, from the Excel sheet you already have.',
  'begin.year': 'Year of the first round',
  'begin.place': 'Home of the programme',
  'begin.choose': 'Choose a province, a district or the nation',
  'begin.placeOption': '{place}: {communes} {communes|commune|communes}, {towns} {towns|town|towns}',
  'begin.placeIn': '{place}, {parent}: {communes} {communes|commune|communes}, {towns} {towns|town|towns}',
  'begin.noPlaces': 'No commune is listed on {date}. Import the lists of the whole country: vb units import.',
  'begin.morePlaces': 'Is your place missing? Import the lists of the whole country: vb units import.',
  'begin.towns': 'Wards and townships too ({n})',
  'begin.set': 'Criteria set',
  'begin.setProposed': '{set} (of this year)',
  'begin.noSet': 'No set, only a list of {n} criteria',
  'begin.waiting': '{name} was founded and has no round yet. Open its first round to finish.',
  'begin.found': 'Found the programme, open {year}',
  'begin.open': 'Open {year}',
  'begin.working': 'Founding…',
  'begin.count':
    '{n} {n|unit joins|units join} the programme on {date}. Units made of them later follow by themselves.',
  'begin.own': "Found your office's programme",
  'begin.name': 'Name of the programme',
  'begin.nameOf': 'New rural development, {place}',
} as const;
