"""How often the naive and the corrected 95 % interval hold the truth, by the size of the sample coded by hand."""

import argparse

import pandas as pd

from research.series.simulation import coverage

#: Documents of each actor, and the share of their statements that is coded.
_DESIGNS = ((60, 0.15), (120, 0.15), (300, 0.1), (300, 0.3))


def main() -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repetitions", type=int, default=10_000)
    repetitions = parser.parse_args().repetitions
    tables = [
        coverage(repetitions, documents, share=share).assign(documents=documents) for documents, share in _DESIGNS
    ]
    print("| documents | coded | actor | true mean | estimate | on average | interval holds the truth | its width |")
    print("| ---: | ---: | --- | ---: | --- | ---: | ---: | ---: |")
    for row in pd.concat(tables).to_dict("records"):
        cells = f"{row['documents']} | {row['coded']:.0f} | {row['actor']} | {row['truth']:+.3f} | {row['estimate']}"
        print(f"| {cells} | {row['mean']:+.3f} | {row['coverage']:.1%} | {row['width']:.3f} |")


if __name__ == "__main__":
    main()
