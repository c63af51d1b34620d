"""What runs inside a sandbox. One name only, so that programs may call their own modules as they like."""
