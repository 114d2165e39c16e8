"""The figure and the animation of one run."""
import argparse

import matplotlib.pyplot as plt

from rings import train

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    values = [train(args.seed, epochs=10) for _ in range(1)]
    plt.plot(values)
    plt.savefig("curves.png")
