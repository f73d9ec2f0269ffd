namespace Beleg.Model;

/// <summary>Writes an order and its credits. Attribution implements it: the models lie to the right of the fold in the stream.</summary>
internal interface IOrderCrediting
{
    void Credit(OrderToCredit order, FoldContext context);
}
