namespace Graph.Core;

/// <summary>Evidence for many edges at once, row by row.</summary>
/// <param name="Articles">Node handles of the builder; -1 for an edge without evidence.</param>
/// <param name="Starts">In UTF-16 units of the article's text; null with <paramref name="Lengths"/> where only the articles are
/// known.</param>
/// <param name="Lengths">In UTF-16 units of the article's text.</param>
public sealed record EvidenceColumns(ReadOnlyMemory<int> Articles, ReadOnlyMemory<int>? Starts = null, ReadOnlyMemory<int>? Lengths = null);
