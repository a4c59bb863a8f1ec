"""One peer library in a process and environment of its own: a problem in, labels out, as JSON.

Run by `benchmarks.peers` with the interpreter of that environment; needs nothing of this project.
"""

import importlib
import json
import sys
from time import process_time
from typing import Any


def main() -> None:
    """`kmeans` divides points into like groups; `anti` divides by distances into diverse ones."""
    asked = json.load(sys.stdin)
    act = {"kmeans": _kmeans, "anti": _anti}[sys.argv[1]]
    start = process_time()
    labels = act(asked)
    print(json.dumps({"labels": labels, "seconds": process_time() - start}))


def _kmeans(asked: dict[str, Any]) -> list[int]:
    numpy: Any = importlib.import_module("numpy")
    library: Any = importlib.import_module("k_means_constrained")
    model = library.KMeansConstrained(
        n_clusters=asked["groups"],
        size_min=asked["smallest"],
        size_max=asked["largest"],
        n_init=10,
        random_state=0,
    )
    labels: list[int] = model.fit_predict(numpy.array(asked["points"], dtype=float)).tolist()
    return labels


def _anti(asked: dict[str, Any]) -> list[int]:
    numpy: Any = importlib.import_module("numpy")
    library: Any = importlib.import_module("anti_clustering")
    model = getattr(library, asked["method"])(random_seed=0)
    # Its public door takes a table of points and makes distances of its own.
    together = model._solve(numpy.array(asked["distances"], dtype=float), asked["groups"])
    first = [int(row.argmax()) for row in numpy.array(together, dtype=bool)]
    known = sorted(set(first))
    return [known.index(one) for one in first]


if __name__ == "__main__":
    main()
