using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Where a pattern stands.</summary>
internal enum PatternSite
{
    /// <summary>MATCH, EXISTS and comprehensions: new names are introduced.</summary>
    Match,

    /// <summary>A path as a condition: every name must be there already.</summary>
    Condition,

    /// <summary>A path as a value: the same.</summary>
    Value,
}

/// <summary>Declares the variables of the patterns of one MATCH, or of one repetition inside it.</summary>
internal class PatternNames(BindingContext context, RowScope before, PatternSite site)
{
    // Each with its first mention, where it has a name.
    private readonly OrderedDictionary<BoundVariable, NameSyntax?> introduced = [];
    private readonly HashSet<BoundVariable> relations = [];
    private readonly HashSet<BoundVariable> groups = [];

    /// <summary>What earlier clauses left, and the query outside.</summary>
    public RowScope Before => before;

    /// <summary>The same with the names of the patterns.</summary>
    public RowScope Scope { get; } = before.Extend();

    /// <summary>The variables that were not there before, anonymous ones too.</summary>
    public IReadOnlyList<BoundVariable> Introduced => introduced.Keys;

    public bool IsKnown(NameSyntax name) => Scope.Find(name.Text) is FoundName;

    public bool Introduces(BoundVariable variable) => introduced.ContainsKey(variable);

    protected BindingContext Context => context;

    private BindingDiagnostics Diagnostics => context.Diagnostics;

    public DeclaredVariable DeclareNode(NameSyntax? name) => Declare(name, StaticType.Node, "node");

    public DeclaredVariable DeclareEdge(NameSyntax? name)
    {
        var declared = Declare(name, StaticType.Edge, "relation");
        RefuseRepetition(name, declared);
        return declared;
    }

    /// <summary>The list of a variable length; openCypher's form, which may be bound already.</summary>
    public DeclaredVariable DeclareEdgeList(NameSyntax? name)
    {
        var declared = Declare(name, StaticType.ListOf(StaticType.Edge), "list of relations");
        RefuseRepetition(name, declared);
        return declared;
    }

    /// <summary>A path or a group: its name must be new.</summary>
    public BoundVariable DeclareNew(NameSyntax name, StaticType type)
    {
        if (Scope.Find(name.Text) is FoundName)
            Diagnostics.AlreadyBound(name.Span, name.Text);
        return Introduce(name, type);
    }

    /// <summary>A list with one element per repetition.</summary>
    public BoundVariable DeclareGroup(NameSyntax? name, StaticType element)
    {
        var type = StaticType.ListOf(element);
        var variable = name is null ? IntroduceAnonymous(type) : DeclareNew(name, type);
        groups.Add(variable);
        return variable;
    }

    /// <summary>Gives a node a second name. False where the name has a meaning already.</summary>
    public bool TryAlias(NameSyntax name, BoundVariable variable)
    {
        if (site != PatternSite.Match || Scope.Find(name.Text) is FoundName)
            return false;

        Scope.Add(name.Text, variable);
        return true;
    }

    public BoundVariable IntroduceAnonymous(StaticType type)
    {
        var variable = context.CreateAnonymous(type);
        introduced.Add(variable, null);
        return variable;
    }

    /// <summary>Takes back an anonymous variable whose element got a name.</summary>
    public void Withdraw(BoundVariable variable) => introduced.Remove(variable);

    protected NameSyntax FirstMention(BoundVariable variable) => introduced[variable]!;

    private DeclaredVariable Declare(NameSyntax? name, StaticType type, string kind)
    {
        if (name is null)
            return new DeclaredVariable(IntroduceAnonymous(type), IsBound: false);

        var lookup = Scope.Find(name.Text);
        if (lookup is FoundName found)
            return Reuse(name, found.Variable, type, kind);

        // What a clause has hidden may be introduced anew; what is there, but out of reach, may not.
        var isFree = lookup is UnknownName or HiddenName or NotImportedName;
        if (lookup is UnknownName && site == PatternSite.Condition)
            Diagnostics.NotIntroduced(name.Span, name.Text, Scope.Names);
        else if (!isFree || site != PatternSite.Match)
            context.Expressions.ReportMissing(lookup, name.Text, name.Span, Scope);
        return new DeclaredVariable(Introduce(name, type), IsBound: false);
    }

    private DeclaredVariable Reuse(NameSyntax name, BoundVariable variable, StaticType type, string kind)
    {
        if (RefuseReuse(name, variable, type, kind))
            return new DeclaredVariable(context.CreateAnonymous(type), IsBound: false);

        var isBound = !Introduces(variable);
        if (isBound)
            Scope.Mention(variable);
        return new DeclaredVariable(variable, isBound);
    }

    protected virtual bool RefuseReuse(NameSyntax name, BoundVariable variable, StaticType type, string kind)
    {
        if (groups.Contains(variable))
            Diagnostics.GroupVariableAsSingle(name.Span, name.Text, kind);
        else if (!variable.Type.CanBe(type))
            Diagnostics.VariableKindConflict(name.Span, name.Text, variable.Type.Describe(), $"a {kind}");
        else
            return false;
        return true;
    }

    private void RefuseRepetition(NameSyntax? name, DeclaredVariable declared)
    {
        if (!relations.Add(declared.Variable) && name is not null)
            Diagnostics.RepeatedRelation(name.Span, name.Text);
    }

    private BoundVariable Introduce(NameSyntax name, StaticType type)
    {
        if (Scope.Find(name.Text) is NotImportedName)
            Diagnostics.ShadowsOuter(name.Span, name.Text);
        var variable = new BoundVariable(name.Text, type);
        introduced.Add(variable, name);
        Scope.Add(name.Text, variable);
        return variable;
    }
}
