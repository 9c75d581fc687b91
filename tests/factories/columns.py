"""Columns of a made-up table of tasks, for what is told by cells alone."""

WORK = (
    "Repair the outer pier before the herring season",
    "Light the fish market and the road to it at night",
    "Map the reef south of the bay with the new vessel",
    "Dredge the small harbour and its two entrances",
    "Train the crews of the ferries to the islands",
)
DAYS = ("3 May 2027", "9 June 2027", "1 July 2027", "2 August 2028", "30 August 2028")
