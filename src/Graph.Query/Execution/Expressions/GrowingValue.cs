using System.Runtime.CompilerServices;
using System.Text;
using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>A text or a list that <c>+</c> makes longer at its end, in time by what is added; any other sum as it is.</summary>
internal sealed class GrowingValue
{
    private StringBuilder? text;
    private List<Value>? items;
    private Value other;

    public GrowingValue(Value start) => Set(start);

    /// <exception cref="QueryException">The sum does not exist, or takes more memory than the run may.</exception>
    public void Append(ExecutionState state, Value added, CallExpression addition)
    {
        if (text is not null && added.Kind is ValueKind.String or ValueKind.Integer or ValueKind.Float)
        {
            var more = added.Kind == ValueKind.String ? added.AsString() : ScalarFunctions.ToText("+", added);
            state.Budget.Require(sizeof(char) * ((long)text.Length + more.Length));
            text.Append(more);
        }
        else if (items is not null)
        {
            ReadOnlySpan<Value> more = added.Kind == ValueKind.List ? added.AsList().Span : [added];
            state.Budget.Require(Unsafe.SizeOf<Value>() * ((long)items.Count + more.Length));
            items.AddRange(more);
        }
        else
        {
            Set(Add(state, added, addition));
        }
    }

    public Value ToValue()
    {
        if (text is not null)
            return Value.FromString(text.ToString());
        return items is not null ? Value.FromList(new ListValue([.. items])) : other;
    }

    private Value Add(ExecutionState state, Value added, CallExpression addition)
    {
        try
        {
            return Arithmetic.Add(state, ToValue(), added);
        }
        catch (QueryException error) when (!error.HasPlace)
        {
            throw addition.Locate(error, state);
        }
    }

    private void Set(Value value)
    {
        text = value.Kind == ValueKind.String ? new StringBuilder(value.AsString()) : null;
        items = value.Kind == ValueKind.List ? [.. value.AsList().Span] : null;
        other = value;
    }
}
