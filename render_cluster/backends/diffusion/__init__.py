"""Clips by a diffusion model: any text-to-video pipeline that diffusers can load."""
