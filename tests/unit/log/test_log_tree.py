"""The Merkle tree: public vectors, every pair of small sizes, and what must never verify."""

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thuocdo.log import tree
from thuocdo.log.errors import Unsound
from thuocdo.log.tree import Frontier, Tree, check_consistency, check_inclusion, leaf_hash, node_hash, root_of

VECTORS = Path(__file__).parents[4] / "shared" / "reference" / "rfc6962" / "vectors.json"
LARGEST = 64
LEAVES = [leaf_hash(bytes([number])) for number in range(LARGEST + 1)]
WHOLE = Tree(LEAVES)
SIZES = range(1, LARGEST + 1)
OTHER = leaf_hash(b"another")


def holds(check, **values) -> bool:
    """Say whether a check passes."""
    try:
        check(**values)
    except Unsound:
        return False
    return True


def vectors(kind):
    """Return the public vectors of a kind; none where the folder beside the repository is absent."""
    if not VECTORS.is_file():
        return []
    return [pytest.param(case, id=case["name"]) for case in json.loads(VECTORS.read_bytes())[kind]]


def raw(text):
    """Return the bytes of base64."""
    return base64.b64decode(text)


@pytest.mark.seeds
@pytest.mark.parametrize("case", vectors("inclusion"))
def test_public_inclusion_vectors(case):
    """Each published inclusion proof is judged as its authors judge it."""
    values = {"index": case["leafIdx"], "size": case["treeSize"], "leaf": raw(case["leafHash"])}
    proof = [raw(each) for each in case["proof"] or ()]
    assert holds(check_inclusion, **values, proof=proof, root=raw(case["root"])) != case["wantErr"]


@pytest.mark.seeds
@pytest.mark.parametrize("case", vectors("consistency"))
def test_public_consistency_vectors(case):
    """Each published consistency proof is judged as its authors judge it."""
    roots = {"old_root": raw(case["root1"]), "new_root": raw(case["root2"])}
    proof = [raw(each) for each in case["proof"] or ()]
    found = holds(check_consistency, old=case["size1"], new=case["size2"], **roots, proof=proof)
    assert found != case["wantErr"]


@pytest.mark.skipif(not VECTORS.is_file(), reason="the vectors lie beside the repository")
def test_all_public_vectors_are_there():
    """The two kinds have 98 vectors each, so none is passed over in silence."""
    assert (len(vectors("inclusion")), len(vectors("consistency"))) == (98, 98)


def test_the_empty_root_is_the_hash_of_nothing():
    """A log without entries has the root that RFC 6962 gives it."""
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Tree().root().hex() == root_of([]).hex() == Frontier().root().hex() == empty


def test_a_leaf_is_no_node():
    """The bytes of two hashes as an entry give another hash than the node over them."""
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != node_hash(LEAVES[0], LEAVES[1])


def test_roots_of_all_sizes_agree_in_three_ways():
    """The stored tree, the frontier and the plain computation give one root for each size."""
    frontier = Frontier()
    for size in range(LARGEST + 1):
        assert frontier.root() == WHOLE.root(size) == root_of(LEAVES[:size])
        assert len(frontier.hashes) == size.bit_count()
        frontier.append(LEAVES[size])


def test_every_leaf_of_every_size_is_proven():
    """For each size up to 64 each leaf has a proof that holds at its own place only."""
    for size in SIZES:
        root = WHOLE.root(size)
        for index in range(size):
            proof = WHOLE.inclusion(index, size)
            for place in range(size):
                right = holds(
                    check_inclusion, index=place, size=size, leaf=LEAVES[index], proof=proof, root=root
                )
                assert right == (place == index)


def test_every_pair_of_sizes_is_consistent():
    """For all 1 ≤ m ≤ n ≤ 64 the proof holds, and for no other pair of sizes with the same roots."""
    for new in SIZES:
        for old in range(1, new + 1):
            proof = WHOLE.consistency(old, new)
            roots = {"old_root": WHOLE.root(old), "new_root": WHOLE.root(new)}
            assert holds(check_consistency, old=old, new=new, **roots, proof=proof)
            for other in {old - 1, old + 1, old * 2} - {old}:
                assert not holds(check_consistency, old=other, new=new, **roots, proof=proof)


def test_no_rewritten_history_is_consistent():
    """For all m < n ≤ 64 a proof from a tree with one other early leaf to the true later tree is refused."""
    for old in range(1, LARGEST):
        forged = Tree([*LEAVES[: old - 1], OTHER])
        for new in range(old + 1, LARGEST + 1):
            roots = {"old_root": forged.root(), "new_root": WHOLE.root(new)}
            mixed = Tree([*LEAVES[: old - 1], OTHER, *LEAVES[old:new]])
            for proof in (WHOLE.consistency(old, new), mixed.consistency(old)):
                assert not holds(check_consistency, old=old, new=new, **roots, proof=proof)


def test_a_history_may_not_be_prepended():
    """An old root that becomes the right child of a new one is no beginning of it."""
    old, before = WHOLE.root(4), leaf_hash(b"before")
    later = node_hash(before, old)
    for new in range(5, 9):
        for proof in ([before], [old, before], [before, old]):
            assert not holds(check_consistency, old=4, new=new, old_root=old, new_root=later, proof=proof)


def test_no_tree_is_deeper_than_its_size():
    """Roots made to fit a proof that is too long for the sizes are refused for its length."""
    one, two = LEAVES[0], two_leaves()
    three = node_hash(two, LEAVES[2])
    deeper = node_hash(OTHER, one)
    with pytest.raises(Unsound, match="another length"):
        check_inclusion(index=0, size=1, leaf=one, proof=[OTHER], root=deeper)
    for step in (node_hash(OTHER, three), node_hash(three, OTHER)):
        with pytest.raises(Unsound, match="another length"):
            check_consistency(old=2, new=3, old_root=two, new_root=step, proof=[LEAVES[2], OTHER])
        with pytest.raises(Unsound, match="another length"):
            check_inclusion(index=2, size=3, leaf=LEAVES[2], proof=[two, OTHER], root=step)


def two_leaves():
    """Return the hash over the first two leaves."""
    return node_hash(LEAVES[0], LEAVES[1])


def flips(proof):
    """Yield the proof with each of its bytes changed."""
    for at, each in enumerate(proof):
        for byte in range(len(each)):
            changed = bytearray(each)
            changed[byte] ^= 1 << (byte % 8)
            yield [*proof[:at], bytes(changed), *proof[at + 1 :]]


@pytest.mark.parametrize(("index", "size"), [(0, 1), (3, 7), (36, 37), (40, 64)])
def test_every_byte_of_an_inclusion_proof_matters(index, size):
    """A proof with any byte changed, a hash dropped, doubled or cut short is refused."""
    proof = list(WHOLE.inclusion(index, size))
    known = {"index": index, "size": size, "leaf": LEAVES[index], "root": WHOLE.root(size)}
    changed = [*flips(proof), [*proof, OTHER], [OTHER, *proof]]
    changed += [proof[:at] + proof[at + 1 :] for at in range(len(proof))]
    changed += [[*proof[:at], proof[at][:-1], *proof[at + 1 :]] for at in range(len(proof))]
    assert holds(check_inclusion, **known, proof=proof)
    assert not any(holds(check_inclusion, **known, proof=each) for each in changed)


@pytest.mark.parametrize(("old", "new"), [(1, 2), (4, 8), (6, 7), (37, 64), (63, 64)])
def test_every_byte_of_a_consistency_proof_matters(old, new):
    """A proof or root with any byte changed, or a hash dropped or added, is refused."""
    proof = list(WHOLE.consistency(old, new))
    roots = [WHOLE.root(old), WHOLE.root(new)]
    cases = [(roots, each) for each in flips(proof)] + [(each, proof) for each in flips(roots)]
    cases += [(roots, proof[:at] + proof[at + 1 :]) for at in range(len(proof))]
    cases += [(roots, [*proof, OTHER]), (roots, [OTHER, *proof]), (roots, [*proof[:-1], proof[-1][:-1]])]
    for (old_root, new_root), each in cases:
        values = {"old_root": old_root, "new_root": new_root}
        assert not holds(check_consistency, old=old, new=new, **values, proof=each)


@pytest.mark.parametrize(("index", "size"), [(0, 1), (3, 7), (36, 37)])
def test_every_bit_of_an_index_matters(index, size):
    """A proof at another index is refused, and so is a size that no such log has."""
    proof, root = WHOLE.inclusion(index, size), WHOLE.root(size)
    known = {"leaf": LEAVES[index], "proof": proof, "root": root}
    for bit in range(63):
        assert not holds(check_inclusion, index=index ^ (1 << bit), size=size, **known)
    assert not holds(check_inclusion, index=-1, size=size, **known)
    assert not holds(check_inclusion, index=index, size=0, **known)
    assert not holds(check_inclusion, index=index, size=1 << 63, **known)


def test_nothing_is_proven_from_the_empty_tree():
    """Every tree begins with nothing, so a proof from nothing would prove nothing."""
    with pytest.raises(Unsound, match="from 0 entries to 5"):
        WHOLE.consistency(0, 5)


@pytest.mark.parametrize(
    "ask", [lambda: WHOLE.root(66), lambda: WHOLE.inclusion(7, 7), lambda: WHOLE.root(-1)]
)
def test_a_tree_answers_only_for_what_it_holds(ask):
    """Sizes and entries beyond the tree are refused with a sentence."""
    with pytest.raises(Unsound, match="entries"):
        ask()


def test_giant_trees_need_no_recursion():
    """A proof at the largest size is made and checked in as many steps as it has hashes."""
    hashes = {}

    def stored(level, number):
        # Subtrees that are asked for stand side by side and are never looked into.
        return hashes.setdefault((level, number), leaf_hash(f"{level}/{number}".encode()))

    size, index = tree.MAX_SIZE, 12345678901234
    proof = tree.inclusion(stored, index, size)
    root = stored(0, index)
    place, last = index, size - 1
    for each in proof:
        root = node_hash(each, root) if place & 1 or place == last else node_hash(root, each)
        place, last = place >> 1, last >> 1
    assert holds(check_inclusion, index=index, size=size, leaf=stored(0, index), proof=proof, root=root)


@settings(deadline=None)
@given(st.lists(st.binary(max_size=20), max_size=300), st.data())
def test_appending_in_any_portions_gives_the_batch_root(entries, data):
    """A tree and a frontier that grow in portions, taken up again between, have the root of the whole."""
    leaves = [leaf_hash(each) for each in entries]
    grown, frontier, at = Tree(), Frontier(), 0
    while at < len(leaves):
        step = data.draw(st.integers(1, len(leaves) - at))
        grown.extend(leaves[at : at + step])
        frontier = Frontier(frontier.size, frontier.hashes)
        for each in leaves[at : at + step]:
            frontier.append(each)
        at += step
    assert grown.root() == frontier.root() == root_of(leaves)


@settings(deadline=None)
@given(st.lists(st.binary(max_size=8), min_size=1, max_size=200), st.data())
def test_a_proof_holds_for_its_own_entry_only(entries, data):
    """Of any log, an entry's proof holds for its bytes and for no others."""
    grown = Tree.of_entries(entries)
    size = data.draw(st.integers(1, grown.size))
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(st.binary(max_size=8))
    known = {"index": index, "size": size, "proof": grown.inclusion(index, size), "root": grown.root(size)}
    assert holds(check_inclusion, **known, leaf=leaf_hash(entries[index]))
    assert holds(check_inclusion, **known, leaf=leaf_hash(other)) == (other == entries[index])


@pytest.mark.parametrize(("size", "hashes"), [(3, [OTHER]), (1, [OTHER[:-1]]), (-1, [])])
def test_a_broken_frontier_is_refused(size, hashes):
    """What was kept of a tree has one whole hash for each bit of its size."""
    with pytest.raises(Unsound):
        Frontier(size, hashes)
