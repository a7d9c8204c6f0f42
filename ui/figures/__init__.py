"""Figures as pure functions: a frame in, a `go.Figure` out; drawn in the language in force."""
