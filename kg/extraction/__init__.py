"""Read statements off a parsed article, one package a stage.

In the order in which the stages may import from each other: ``parse``, ``grammar``,
``tuples``, ``referents``, ``speech``, ``judgement``, ``timing``, ``statements``.
"""
