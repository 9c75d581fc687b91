"""How much of what a plan of the corpus draws is its own part's alone."""

from tests.corpus.chance import Dice, Pool
from tests.corpus.programmes import make

PLANS = 60


def shares_of_own(part, monkeypatch):
    """Return, for each of some plans, the share of drawn words that stand in no earlier part."""
    drawn = []
    take = Dice.one

    def noted(self, values):
        item = take(self, values)
        if isinstance(values, Pool):
            drawn.append(any(item is own or item == own for own in values.own[part]))
        return item

    monkeypatch.setattr(Dice, "one", noted)
    shares = []
    for seed in range(PLANS):
        drawn.clear()
        make(seed, part)
        shares.append(sum(drawn) / len(drawn))
    return shares
