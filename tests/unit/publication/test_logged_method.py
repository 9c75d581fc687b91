"""The method of a publication: which files its digests are over."""

from importlib import resources

from thuocdo.publication import method


def test_declared_metrics_are_part_of_the_logged_method():
    """Whoever changes a metric's declaration, or a rule, changes the digest that the log names."""
    found = "".join(method._lines(resources.files("thuocdo.measurement"), ""))
    for path in ("metrics/11.1-online-use.toml", "tables/standard/dossiers.toml", "values.py"):
        assert f"  {path}\n" in found
