"""The persons of one article, in the order of the text: found by name, by gender, or all the latest."""

from bisect import bisect_left, insort

from research.reading.people import Person

#: How many persons or sightings back one is looked for: a bound on time in endless texts.
LOOK_BACK = 200


class Roster:
    """Knows the persons that were introduced, and where they stood."""

    def __init__(self) -> None:
        self._persons: list[Person] = []
        self._by_stem: dict[str, list[Person]] = {}
        #: Where persons stand in the nominative or speak: whom a pronoun can take up. The number keeps pairs apart.
        self._sightings: list[tuple[int, int, Person]] = []

    def add(self, person: Person) -> None:
        """Add a person who was not known before."""
        self._persons.append(person)

    def index(self, person: Person) -> None:
        """Let a person be found by the stems that are known by now."""
        for one in person.stems:
            known = self._by_stem.setdefault(one, [])
            if not any(other is person for other in known):
                known.append(person)

    def sight(self, place: int, person: Person) -> None:
        """Note that a person stands at a place."""
        insort(self._sightings, (place, len(self._sightings), person))

    def known(self, stems: list[str]) -> Person | None:
        """Give the latest person who can be called so."""
        candidates = self._by_stem.get(stems[-1], ()) if stems else ()
        return next((person for person in reversed(candidates[-LOOK_BACK:]) if person.is_called(stems)), None)

    def of_surname(self, surname: str) -> Person | None:
        """Give the latest person of whom a stem is the surname."""
        return next((p for p in self._by_stem.get(surname, ())[-1:] if p.stems[-1] == surname), None)

    def latest(self) -> list[Person]:
        """Give the persons introduced last."""
        return self._persons[-LOOK_BACK:]

    def of_gender(self, gender: str, place: int) -> Person | None:
        """Give the latest person before a place who can be of a gender."""
        end = bisect_left(self._sightings, (place,))
        before = (person for _, _, person in reversed(self._sightings[max(0, end - LOOK_BACK) : end]))
        fitting = next((person for person in before if person.gender in ("", gender)), None)
        # Where nobody acts, whoever was named: "They met the guest, Joris Lammens. In his view …".
        named = (p for p in reversed(self.latest()) if p.gender in ("", gender) and _is_before(p, place))
        return fitting or next(named, None)


def _is_before(person: Person, place: int) -> bool:
    return person.introduced is not None and person.introduced[0].tokens[0].start < place
