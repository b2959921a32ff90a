"""A text-to-video pipeline of a few thousand weights, drawn at random: it imagines noise, but by the real code."""

from pathlib import Path

import torch
from diffusers import (
    AutoencoderKLLTXVideo,
    FlowMatchEulerDiscreteScheduler,
    LTXPipeline,
    LTXVideoTransformer3DModel,
)
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from transformers import PreTrainedTokenizerFast, T5Config, T5EncoderModel

_WORDS = ("<pad>", "</s>", "<unk>", "a", "ball", "bounces", "off", "the", "rim", "style", "realistic", ",")
_LATENTS = 8


def save_tiny_pipeline(folder: Path, seed: int = 0) -> Path:
    """Writes the pipeline as diffusers keeps them, and gives its folder back."""
    torch.manual_seed(seed)
    vae = AutoencoderKLLTXVideo(
        latent_channels=_LATENTS,
        block_out_channels=(8, 8, 8, 8),
        decoder_block_out_channels=(8, 8, 8, 8),
        layers_per_block=(1, 1, 1, 1, 1),
        decoder_layers_per_block=(1, 1, 1, 1, 1),
    )
    transformer = LTXVideoTransformer3DModel(
        in_channels=_LATENTS,
        out_channels=_LATENTS,
        num_attention_heads=2,
        attention_head_dim=8,
        cross_attention_dim=16,
        num_layers=1,
        caption_channels=16,
    )
    text_encoder = T5EncoderModel(
        T5Config(vocab_size=len(_WORDS), d_model=16, d_kv=8, d_ff=16, num_layers=1, num_heads=2)
    )
    words = Tokenizer(WordLevel({word: index for index, word in enumerate(_WORDS)}, unk_token="<unk>"))
    words.pre_tokenizer = Whitespace()
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=words, pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    )
    pipeline = LTXPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=vae,
        text_encoder=text_encoder,
        tokenizer=tokenizer,
        transformer=transformer,
    )
    pipeline.save_pretrained(folder, safe_serialization=True)
    return folder
