"""What the coordinator does about the map: actions, messages, proposals, and whether it worked."""
