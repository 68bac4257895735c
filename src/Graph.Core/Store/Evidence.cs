namespace Graph.Core;

/// <summary>
/// Where a fact or a mention stands: the article's node and a span of its text in UTF-16 units, end exclusive.
/// A discontinuous span has its fragments in the store; this is the span from the first to the last.
/// </summary>
public readonly record struct Evidence(int Article, TextSpan Span);
