"""The model's named entities: people, places, organisations."""

from hemicycle.annotation.entities.component import create_entities

__all__ = ["create_entities"]
