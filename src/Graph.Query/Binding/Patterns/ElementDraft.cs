using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>
/// An element of a path whose variables are declared, but whose conditions are not bound yet: a condition may name what comes later.
/// </summary>
internal abstract class ElementDraft;

/// <summary>A node; two node patterns that meet are one.</summary>
internal sealed class NodeDraft(DeclaredVariable declared) : ElementDraft
{
    public DeclaredVariable Declared { get; set; } = declared;

    public List<NodePatternSyntax> Patterns { get; } = [];

    public LabelExpression? Labels { get; set; }
}

internal sealed class EdgeDraft(RelationshipPatternSyntax syntax, DeclaredVariable declared, LabelExpression? types) : ElementDraft
{
    public RelationshipPatternSyntax Syntax => syntax;

    public DeclaredVariable Declared => declared;

    public LabelExpression? Types => types;
}

internal sealed class WalkDraft(
    RelationshipPatternSyntax syntax, DeclaredVariable declared, BoundVariable edge, LabelExpression? types, long minimum, long? maximum)
    : ElementDraft
{
    public RelationshipPatternSyntax Syntax => syntax;

    /// <summary>The list of edges.</summary>
    public DeclaredVariable Declared => declared;

    /// <summary>The single edge that conditions speak of.</summary>
    public BoundVariable Edge => edge;

    public LabelExpression? Types => types;

    public long Minimum => minimum;

    public long? Maximum => maximum;
}

internal sealed class QuantifiedDraft(
    ParenthesizedPathSyntax syntax, PathDraft path, ImmutableArray<BoundGroupVariable> groups) : ElementDraft
{
    public QuantifierSyntax Quantifier => syntax.Quantifier!;

    public PathDraft Path => path;

    public ImmutableArray<BoundGroupVariable> Groups => groups;
}

/// <summary>Elements in turn, and the conditions of parentheses that were dissolved.</summary>
internal sealed class PathDraft(PatternNames names)
{
    public PatternNames Names => names;

    public List<ElementDraft> Elements { get; } = [];

    public List<PartCondition> Conditions { get; } = [];

    /// <summary>Two named nodes that turned out to be the same.</summary>
    public List<(BoundVariable Left, BoundVariable Right, TextSpan Span)> Identities { get; } = [];

    public BoundVariable? Variable { get; set; }
}

/// <summary>A condition that stands inside a part of a pattern, and the names of that part.</summary>
internal sealed record PartCondition(ExpressionSyntax Where, IReadOnlySet<string> Names);

/// <param name="IsBound">The variable has its value from an earlier clause, or from outside a subquery.</param>
internal sealed record DeclaredVariable(BoundVariable Variable, bool IsBound);
