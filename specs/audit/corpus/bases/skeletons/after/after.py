"""after: not implemented."""

raise NotImplementedError("this stub is a place that is kept")
