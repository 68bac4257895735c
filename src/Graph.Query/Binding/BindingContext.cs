using Graph.Query.Algorithms;
using Graph.Query.Scripts;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>What the binders of one statement share.</summary>
internal sealed class BindingContext
{
    private int anonymousCount;

    public BindingContext(SourceText source, GraphCatalog catalog, ProcedureRegistry procedures, ImmutableArray<DeclaredParameter> declared)
    {
        Procedures = procedures;
        Source = source;
        Catalog = catalog;
        Diagnostics = new BindingDiagnostics(source);
        Parameters = new ParameterTypes(declared);
        Labels = new LabelBinder(this);
        Expressions = new ExpressionBinder(this);
        Patterns = new PatternBinder(this);
        Queries = new QueryBinder(this);
    }

    public SourceText Source { get; }

    public GraphCatalog Catalog { get; }

    public ProcedureRegistry Procedures { get; }

    public BindingDiagnostics Diagnostics { get; }

    public ParameterTypes Parameters { get; }

    public LabelBinder Labels { get; }

    public ExpressionBinder Expressions { get; }

    public PatternBinder Patterns { get; }

    public QueryBinder Queries { get; }

    /// <summary>A variable that the user gave no name; <c>#</c> cannot stand in a name of the user's.</summary>
    public BoundVariable CreateAnonymous(StaticType type, StaticType? seen = null) =>
        new($"#{++anonymousCount}", type, isAnonymous: true) { Seen = seen };
}
