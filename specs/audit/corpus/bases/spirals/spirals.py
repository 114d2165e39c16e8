"""Two spirals, learned with a constant and with a cosine learning rate.

python3 spirals.py --seed 0 --schedule cosine
"""
import argparse
import json
import math

import torch
import torch.nn.functional as F
from torch import nn

EPOCHS = 200
BATCH = 50
TRAIN, TEST = 500, 1000


def spirals(count: int, generator: torch.Generator):
    t = torch.rand(count, generator=generator)
    label = torch.arange(count) % 2
    angle = 3 * math.pi * t + math.pi * label
    x = torch.stack([t * torch.cos(angle), t * torch.sin(angle)], dim=1)
    return x + 0.02 * torch.randn(count, 2, generator=generator), label


class Net(nn.Module):
    """Two hidden layers of 64 rectified units: 4,482 weights with the biases."""

    def __init__(self, width: int = 64):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(2, width), nn.ReLU(), nn.Linear(width, width), nn.ReLU(), nn.Linear(width, 2)
        )

    def forward(self, x):
        return self.layers(x)


def rate(schedule: str, lr: float, epoch: int) -> float:
    if schedule == "constant":
        return lr
    return 0.5 * lr * (1 + math.cos(math.pi * epoch / EPOCHS))


def run(seed: int, schedule: str, lr: float, weight_decay: float):
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    generator = torch.Generator().manual_seed(seed)
    x, y = spirals(TRAIN, generator)
    test_x, test_y = spirals(TEST, generator)
    net = Net()
    optimiser = torch.optim.Adam(net.parameters(), lr=lr, weight_decay=weight_decay)
    for epoch in range(EPOCHS):
        for group in optimiser.param_groups:
            group["lr"] = rate(schedule, lr, epoch)
        for at in torch.randperm(TRAIN, generator=generator).split(BATCH):
            optimiser.zero_grad()
            F.cross_entropy(net(x[at]), y[at]).backward()
            optimiser.step()
    with torch.no_grad():
        accuracy = (net(test_x).argmax(dim=1) == test_y).float().mean().item()
    return {"acc": round(accuracy, 4), "n": TEST}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--schedule", choices=["constant", "cosine"], default="cosine")
    parser.add_argument("--lr", type=float, default=1e-3, help="learning rate at the start (default: 1e-3)")
    parser.add_argument("--weight-decay", type=float, default=1e-5)
    parser.add_argument("--log", default=None, help="a file to append the run to")
    args = parser.parse_args()
    result = {
        "config": {"seed": args.seed, "model": args.schedule, "lr": args.lr},
        "test": run(args.seed, args.schedule, args.lr, args.weight_decay),
        "env": {"torch": torch.__version__},
    }
    line = json.dumps(result)
    print(line)
    if args.log:
        with open(args.log, "a") as file:
            file.write(line + "\n")


if __name__ == "__main__":
    main()
