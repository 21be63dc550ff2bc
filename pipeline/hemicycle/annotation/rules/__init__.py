"""What the components that read by rules have in common."""
