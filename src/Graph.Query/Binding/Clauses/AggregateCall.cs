using Graph.Query.Functions;
using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>An aggregate as it is written. Two are the same if they say the same, wherever they stand.</summary>
internal sealed record AggregateCall(AggregateSignature Signature, bool Distinct, SyntaxList<ExpressionSyntax> Arguments, TextSpan Span)
{
    public string Name => Signature.Name;

    public bool Equals(AggregateCall? other) =>
        other is not null
        && Signature.Function == other.Signature.Function
        && Distinct == other.Distinct
        && Arguments.Equals(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Signature.Function, Distinct, Arguments.Count == 0 ? null : Arguments[0]);
}
