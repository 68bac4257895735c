using System.Diagnostics;
using System.Runtime.CompilerServices;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Expressions: names, types and operators. A mistake gives an expression of type ANY, so that it causes no others.</summary>
internal sealed partial class ExpressionBinder(BindingContext context)
{
    private const int NestingLimit = 1000;

    private int depth;

    private BindingDiagnostics Diagnostics => context.Diagnostics;

    public BoundExpression Bind(ExpressionSyntax syntax, ExpressionPlace place)
    {
        if (depth > NestingLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Diagnostics.NestedTooDeeply(syntax.Span, "The expression", NestingLimit);
            return Invalid(syntax.Span);
        }

        Preparation.Count();
        depth++;
        var bound = BindKind(syntax, place);
        depth--;
        return bound;
    }

    /// <summary>An expression where a truth value is asked for; a path pattern is one there.</summary>
    /// <param name="operation">What asks for it, as a message names it: <c>NOT</c>.</param>
    public BoundExpression BindCondition(ExpressionSyntax syntax, ExpressionPlace place, string operation)
    {
        if (syntax is PathExpressionSyntax { Path.Function: ShortestPathFunction.None } pattern)
            return BindPatternPredicate(pattern, place);

        var condition = Bind(syntax, place);
        context.Parameters.Expect(condition, StaticType.Boolean);
        if (!condition.Type.CanBe(StaticType.Boolean))
            Diagnostics.NotATruthValue(syntax.Span, operation, condition.Type);
        return condition;
    }

    private BoundExpression BindKind(ExpressionSyntax syntax, ExpressionPlace place) => syntax switch
    {
        LiteralSyntax literal => new BoundConstant(literal.Value, TypeLattice.Of(literal.Value.Kind), literal.Span),
        ParameterSyntax parameter => context.Parameters.Bind(parameter),
        VariableSyntax variable => BindVariable(variable.Name, variable.Span, place),
        PropertySyntax property => BindProperty(property, place),
        IndexSyntax index => BindOperator("[]", index.Span, place, index.Target, index.Index),
        SliceSyntax slice => BindSlice(slice, place),
        LabelTestSyntax test => BindLabelTest(test, Bind(test.Target, place)),
        UnarySyntax unary => BindUnary(unary, place),
        BinarySyntax binary => BindBinary(binary, Bind(binary.Left, place), Bind(binary.Right, place)),
        TypeTestSyntax test => BindTypeTest(test, Bind(test.Operand, place)),
        TruthTestSyntax test => BindTruthTest(test, Bind(test.Operand, place)),
        NormalizedTestSyntax test => BindNormalizedTest(test, Bind(test.Operand, place)),
        IsNullSyntax isNull => new BoundIsNull(Bind(isNull.Operand, place), isNull.IsNegated, isNull.Span),
        ComparisonSyntax comparison => BindComparison(comparison, place),
        LogicalSyntax logical => BindLogical(logical, place),
        FunctionCallSyntax call => BindFunctionCall(call, place),
        CountAllSyntax count => BindCountAll(count, place),
        CaseSyntax @case => BindCase(@case, place),
        _ => BindCollection(syntax, place),
    };

    private BoundExpression BindCollection(ExpressionSyntax syntax, ExpressionPlace place) => syntax switch
    {
        ListSyntax list => BindList(list, place),
        MapSyntax map => BindMap(map, place),
        MapProjectionSyntax projection => BindMapProjection(projection, place),
        ListComprehensionSyntax comprehension => BindListComprehension(comprehension, place),
        QuantifiedSyntax quantified => BindQuantified(quantified, place),
        ReduceSyntax reduce => BindReduce(reduce, place),
        PatternComprehensionSyntax comprehension => BindPatternComprehension(comprehension, place),
        ExistsSyntax exists => BindExists(exists, place),
        SubqueryValueSyntax subquery => BindSubqueryValue(subquery, place),
        PathExpressionSyntax path => BindPath(path, place),
        _ => throw new UnreachableException(),
    };

    private BoundExpression BindVariable(string name, TextSpan span, ExpressionPlace place)
    {
        if (FindVariable(name, span, place.Scope) is not { } variable)
            return Invalid(span);

        return new BoundReference(variable, span);
    }

    /// <summary>The variable of a name, or null after telling why there is none.</summary>
    public BoundVariable? FindVariable(string name, TextSpan span, Scope scope)
    {
        var lookup = scope.Find(name);
        if (lookup is FoundName found)
        {
            scope.Mention(found.Variable);
            return found.Variable;
        }

        ReportMissing(lookup, name, span, scope);
        return null;
    }

    public void ReportMissing(NameLookup lookup, string name, TextSpan span, Scope scope)
    {
        switch (lookup)
        {
            case HiddenName hidden:
                Diagnostics.HiddenVariable(span, name, hidden);
                break;
            case NotImportedName:
                Diagnostics.NotImported(span, name);
                break;
            case OutsideElementName:
                Diagnostics.OutsideElement(span, name);
                break;
            case UngroupedName:
                Diagnostics.NotGrouped(span);
                break;
            case NotConstantName constant:
                Diagnostics.CountDependsOnVariables(span, constant.Clause);
                break;
            default:
                if (scope.ClauseDefining(name) is { } clause)
                    Diagnostics.DefinedBeside(span, name, clause);
                else
                    Diagnostics.UndefinedVariable(span, name, scope.Names);
                break;
        }
    }

    private static BoundConstant Invalid(TextSpan span) => new(Value.Null, StaticType.Any, span);
}
