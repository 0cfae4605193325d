"""All facts that ways are measured by, loaded together."""

from msgspec import Struct

from waybill.reference.land_mask import LandMask, open_land_mask
from waybill.reference.marine_network import MarineNetwork, marine_network
from waybill.reference.rail_lines import RailLines, rail_lines
from waybill.reference.transfer_nodes import TransferNode, transfer_nodes
from waybill.settings import Settings


class RouteFacts(Struct, frozen=True):
    """Land and sea, sea lanes, railways, and the nodes where they meet."""

    mask: LandMask
    network: MarineNetwork
    rail: RailLines
    nodes: tuple[TransferNode, ...]


def open_route_facts(settings: Settings) -> RouteFacts:
    """The facts as shipped; the land mask is compiled on first use. Raises WriteError where the cache cannot be written."""
    return RouteFacts(open_land_mask(settings), marine_network(), rail_lines(), transfer_nodes())
