"""The page Budget as a workbook whose figures recompute from their inputs."""
